import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { PageProblem, PageView } from '@/utils/model/row';
import { listOf } from './list-choosing';
import { ListPart } from './list-part';
import { Origin } from './page-item';
import { run } from './saving';
import type { Sidebar } from './sidebar';

type Of<Kind extends PageView['kind']> = { sidebar: Sidebar; page: Extract<PageView, { kind: Kind }> };

/** This page lists items. */
export function PageList({ sidebar, page }: Of<'list'>) {
  const list = listOf(page);
  return (
    <>
      <Origin draft={page.draft} aside={t('page_heading')} />
      <h2 class="page-title" dir="auto">
        {displayText(page.draft.title)}
      </h2>
      {list && <ListPart sidebar={sidebar} list={list} />}
      <div class="page-self">
        <Button look="plain" icon="plus" onPress={() => void run(sidebar, 'page.capture', {})}>
          {t('page_capture_list')}
        </Button>
      </div>
    </>
  );
}

/** The browser does not let anyone read this page: why, and what to do instead. */
export function PageClosed({ sidebar, page }: Of<'closed'>) {
  const { item, problem } = page;
  return (
    <>
      {(item ?? page.title) && (
        <h2 class="page-title" dir="auto">
          {displayText(item?.title ?? page.title ?? '')}
        </h2>
      )}
      <p class="page-soft">{whyClosed(problem)}</p>
      {problem === 'no-access' && (
        <div class="page-deeds">
          <Button onPress={() => void run(sidebar, 'page.read', {})}>{t('page_read_again')}</Button>
        </div>
      )}
      {item && (
        <div class="page-deeds">
          <Button
            onPress={() => {
              sidebar.show({ kind: 'card', id: item.id });
            }}
          >
            {t('deed_open')}
          </Button>
        </div>
      )}
    </>
  );
}

function whyClosed(problem: PageProblem): string {
  switch (problem) {
    case 'no-access':
      return t('closed_no_access');
    case 'browser-page':
      return t('closed_browser_page');
    case 'store-page':
      return t('closed_store_page');
    case 'file-page':
      return t('closed_file_page');
    case 'no-frame':
      return t('closed_no_frame');
    case 'reload-page':
      return t('closed_reload_page');
  }
}
