import { PageClosed, PageDraft, PageList } from './page-unknown';
import { PageItem } from './page-item';
import type { Sidebar } from './sidebar';

/** What the page's card says, by what the page is. */
export function PageInside({ sidebar }: { sidebar: Sidebar }) {
  const page = sidebar.page.value;
  switch (page?.kind) {
    case undefined:
    case 'reading':
      return null;
    case 'item':
      return <PageItem sidebar={sidebar} page={page} />;
    case 'draft':
      return <PageDraft sidebar={sidebar} page={page} />;
    case 'list':
      return <PageList sidebar={sidebar} page={page} />;
    case 'closed':
      return <PageClosed sidebar={sidebar} page={page} />;
  }
}
