import { doubtText } from '@/components/item/doubt';
import { draftFacts } from '@/components/item/draft-facts';
import { SourceMark } from '@/components/item/source-mark';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { formatNumber, t, tCount } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { PageProblem, PageView } from '@/utils/model/row';
import { Origin } from './page-item';
import { run } from './saving';
import type { Sidebar } from './sidebar';

type Of<Kind extends PageView['kind']> = { sidebar: Sidebar; page: Extract<PageView, { kind: Kind }> };

/** This page is not in the inventory: what was read from it, and one button. */
export function PageDraft({ sidebar, page }: Of<'draft'>) {
  const { draft, trashed } = page;
  const facts = draftFacts(draft, sidebar.today.value);
  return (
    <>
      <Origin draft={draft} aside={t('page_not_captured')} />
      <h2 class="page-title" dir="auto">
        {displayText(draft.title)}
      </h2>
      {facts.length > 0 && (
        <p class="page-soft">
          <bdi>{facts.join(' · ')}</bdi>
        </p>
      )}
      {draft.check && <p class="page-doubt">{doubtText(draft.check)}</p>}
      {trashed && <p class="page-soft">{t('page_trashed')}</p>}
      <div class="page-deeds">
        <Button look="go" shortcut="c" onPress={() => void run(sidebar, 'page.capture', {})}>
          {trashed ? t('page_bring_back') : t('page_capture')}
        </Button>
      </div>
      {page.named.slice(0, 3).map((item, place) => (
        <button
          key={item.id}
          type="button"
          class="page-named"
          onClick={() => void run(sidebar, 'page.capture', { attachTo: item.id })}
        >
          {item.source && <SourceMark product={item.source.product} host={item.source.host} />}
          <span>
            {t('page_attach', displayText(item.source?.label ?? item.title))}
            <bdi class="page-named-title" dir="auto">
              {displayText(item.title)}
            </bdi>
          </span>
          {place === 0 && <Kbd keys="a" />}
        </button>
      ))}
    </>
  );
}

/** This page lists items. */
export function PageList({ sidebar, page }: Of<'list'>) {
  return (
    <>
      <Origin draft={page.draft} aside={t('page_heading')} />
      <h2 class="page-title" dir="auto">
        {displayText(page.draft.title)}
      </h2>
      <p class="page-soft">
        {tCount(
          'page_list',
          page.list.rows.length,
          formatNumber(page.list.rows.filter(({ state }) => state !== 'new').length),
        )}
      </p>
      <div class="page-deeds">
        <Button shortcut="c" onPress={() => void run(sidebar, 'page.capture', {})}>
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
