import { doubtText } from '@/components/item/doubt';
import { draftFacts } from '@/components/item/draft-facts';
import { Quote } from '@/components/item/quote';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { PageView } from '@/utils/model/row';
import { listOf } from './list-choosing';
import { ListBeside } from './list-part';
import { Origin } from './page-item';
import { Alike, AsksFromHere, Named } from './page-kin';
import { run } from './saving';
import type { Sidebar } from './sidebar';
import { TeachOffer } from './teach-part';

type Props = { sidebar: Sidebar; page: Extract<PageView, { kind: 'draft' }> };

/** This page is not in the inventory: what was read from it, and one button. */
export function PageDraft({ sidebar, page }: Props) {
  const { draft, trashed } = page;
  const facts = draftFacts(draft, sidebar.today.value);
  const list = listOf(page);
  return (
    <>
      <Origin draft={draft} aside={t('page_not_captured')} />
      <h2 class="page-title" dir="auto">
        {displayText(draft.title)}
      </h2>
      <Quote quote={draft.quote} title={draft.sourceTitle} />
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
      <Named sidebar={sidebar} named={page.named} />
      <Alike sidebar={sidebar} page={page} />
      <AsksFromHere sidebar={sidebar} asks={page.asks} />
      <TeachOffer sidebar={sidebar} draft={draft} />
      {list && <ListBeside sidebar={sidebar} list={list} />}
    </>
  );
}
