import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import type { Overview } from '@/utils/model/row';
import { isNothing } from './sections';
import type { Sidebar } from './sidebar';

/** What is said where there would be rows: the next step. */
export function EmptyState({ sidebar }: { sidebar: Sidebar }) {
  const overview = sidebar.overview.value;
  if (!overview) return null;
  return isNothing(overview) ? <EmptyInventory sidebar={sidebar} /> : <EmptyToday overview={overview} />;
}

/** Nothing at all is in the inventory: says what the first step is, and offers it where the page allows it. */
function EmptyInventory({ sidebar }: { sidebar: Sidebar }) {
  const page = sidebar.page.value?.kind;
  return (
    <div class="empty">
      <p class="empty-title">{t('empty_title')}</p>
      <p>{t('empty_capture')}</p>
      <p>{t('empty_add')}</p>
      <p class="empty-keys">
        <Kbd keys="c" /> {t('key_capture')} · <Kbd keys="/" /> {t('empty_key_add')} · <Kbd keys="?" />{' '}
        {t('menu_help')}
      </p>
      {page !== 'draft' && page !== 'closed' && (
        <Button onPress={() => document.querySelector<HTMLInputElement>('#line')?.focus()}>
          {t('empty_write')}
        </Button>
      )}
    </div>
  );
}

/** Today is empty: either it is not planned yet, or all of it is done. */
function EmptyToday({ overview }: { overview: Overview }) {
  const { next, triage, doneToday } = overview.counts;
  const isAllDone = doneToday > 0 && next === 0 && triage === 0;
  return (
    <p class="empty-today" data-drop>
      {isAllDone ? t('today_all_done') : doneToday > 0 ? t('today_done_pick') : t('today_empty')}
      {!isAllDone && (
        <>
          {'\u00A0' /* the key stays with the last word */}
          <Kbd keys="p" />
        </>
      )}
    </p>
  );
}
