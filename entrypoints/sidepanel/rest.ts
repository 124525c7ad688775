/** All that the sidebar needs only after its first frame; `later.tsx` is how the first frame reaches it. */
import type { ComponentType } from 'preact';
import { Edge } from './edge';
import { EmptyState } from './empty-state';
import { Over } from './over';
import { NoticeView } from './notice-view';
import { PageInside } from './page-inside';
import { Results } from './results';
import type { Sidebar } from './sidebar';
import { Trouble } from './trouble';

export { takeHands } from './hands';
export { run } from './saving';

/** What stands in the first frame's markup, by the place that it has there. */
export const PARTS = {
  edge: Edge,
  empty: EmptyState,
  notice: NoticeView,
  over: Over,
  page: PageInside,
  results: Results,
  trouble: Trouble,
} satisfies Record<string, ComponentType<{ sidebar: Sidebar }>>;
