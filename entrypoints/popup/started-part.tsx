import { ItemRow } from '@/components/item/item-row';
import { Button } from '@/components/ui/button';
import { formatNumber, t } from '@/utils/i18n';
import type { ItemRow as Row, Quick } from '@/utils/model/row';
import { rest, withRest } from './later';
import type { PopupState } from './popup-state';

/**
 * What else is under way now. The row that has the focus is the one that the keys act on.
 * Not there while something is asked about the page's item: a popup that is too tall for its window is cut off.
 */
export function StartedPart({ popup }: { popup: PopupState }) {
  const quick = popup.quick.value;
  const ofPage = popup.pageItem.value?.id;
  if (!quick) return <section class="started" aria-busy="true" />;
  if (ofPage !== undefined && popup.ask.value?.row.id === ofPage) return null;
  const rows = quick.started.filter(({ id }) => id !== ofPage);
  return (
    <section class="started" aria-labelledby="started">
      <h2 id="started" class="started-heading">
        {t('popup_started')} <span class="started-count">{countText(rows.length, quick.counts.started)}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="started-none">
          {t(quick.counts.started === 0 ? 'popup_started_none' : 'popup_started_only')}
        </p>
      ) : (
        <ul class="started-list">
          {rows.map((row) => (
            <StartedRow key={row.id} popup={popup} row={row} quick={quick} />
          ))}
        </ul>
      )}
    </section>
  );
}

function countText(shown: number, all: number): string {
  if (all === 0) return '';
  return shown > 0 && shown < all
    ? t('popup_started_shown', formatNumber(shown), formatNumber(all))
    : formatNumber(all);
}

function StartedRow({ popup, row, quick }: { popup: PopupState; row: Row; quick: Quick }) {
  const AskForm = rest.value?.AskForm;
  const isAsked = popup.ask.value?.row.id === row.id && popup.pageItem.value?.id !== row.id;
  return (
    <li
      class="started-row"
      data-chosen={popup.chosen.value === row.id}
      onFocusIn={() => popup.choose(row.id)}
    >
      <button
        type="button"
        class="started-open"
        data-row
        title={t('popup_open_source')}
        aria-keyshortcuts="o"
        onClick={() => withRest(({ perform }) => void perform(popup, 'source.open', { id: row.id }))}
      >
        <ItemRow row={row} today={quick.day} />
      </button>
      <span class="started-acts">
        <Button shortcut="w" onPress={() => withRest(({ setMark }) => setMark(popup, row, 'waiting'))}>
          {t('popup_wait_save')}
        </Button>
        <Button shortcut="d" onPress={() => withRest(({ setMark }) => setMark(popup, row, 'done'))}>
          {t('state_done')}
        </Button>
      </span>
      {isAsked && AskForm && <AskForm popup={popup} />}
    </li>
  );
}
