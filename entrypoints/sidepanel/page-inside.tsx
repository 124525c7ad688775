import { PageDraft } from './page-draft';
import { PageItem } from './page-item';
import { PageClosed, PageList } from './page-unknown';
import type { PageView } from '@/utils/model/row';
import type { Sidebar } from './sidebar';
import { TeachingNow } from './teach-part';

/** What the page's card says, by what the page is. */
export function PageInside({ sidebar }: { sidebar: Sidebar }) {
  const page = sidebar.page.value;
  return (
    <>
      <TeachingNow sidebar={sidebar} />
      <Inside sidebar={sidebar} page={page} />
    </>
  );
}

function Inside({ sidebar, page }: { sidebar: Sidebar; page: PageView | undefined }) {
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
