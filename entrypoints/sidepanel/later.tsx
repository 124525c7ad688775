import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Sidebar } from './sidebar';

type Part = ComponentType<{ sidebar: Sidebar }>;

/** What is not needed for the first paint: fetched when the browser is idle, or when it is asked for. */
const PARTS = {
  asks: () => import('./asks').then((part): Part => part.Asks),
  card: () => import('./card-view').then((part): Part => part.CardView),
  results: () => import('./results').then((part): Part => part.Results),
  help: () => import('./help-sheet').then((part): Part => part.HelpSheet),
  more: () => import('./more-menu').then((part): Part => part.MoreMenu),
  page: () => import('./page-inside').then((part): Part => part.PageInside),
  notice: () => import('./notice-view').then((part): Part => part.NoticeView),
  empty: () => import('./empty-state').then((part): Part => part.EmptyState),
  edge: () => import('./edge').then((part): Part => part.Edge),
} as const;
export type PartName = keyof typeof PARTS;

const fetched = signal<Partial<Record<PartName, Part>>>({});

async function fetchPart(name: PartName): Promise<void> {
  if (fetched.peek()[name]) return;
  const part = await PARTS[name]();
  fetched.value = { ...fetched.peek(), [name]: part };
}

/** Keys, menus and dragging: fetched once, at once when the browser is idle. */
export const hands = () => import('./hands');

/** Fetches every part once the first paint is done and the browser has nothing else to do. */
export function fetchWhenIdle(): void {
  const all = () => {
    // The list of parts is our own, written above.
    for (const name of Object.keys(PARTS) as PartName[]) void fetchPart(name);
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(all, { timeout: 1_000 });
  else setTimeout(all, 200);
}

/** A part of the sidebar that comes later; nothing until it is there. */
export function Later({ part, sidebar }: { part: PartName; sidebar: Sidebar }) {
  const Ready = fetched.value[part];
  useEffect(() => {
    // The edge is there from the start, but nobody drags it in the first moment: it comes when the browser is idle.
    if (part !== 'edge') void fetchPart(part);
  }, [part]);
  return Ready ? <Ready sidebar={sidebar} /> : null;
}
