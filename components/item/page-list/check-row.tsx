import { markOf, StateMark } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ListRow } from '@/utils/model/row';
import { dueText } from '../reason';

type Props = {
  row: ListRow;
  today: Day;
  ticked: boolean;
  onTick: (row: ListRow, on: boolean) => void;
  /** Reached by Tab: of a long list only one row is. */
  isStop?: boolean;
};

/** One row of a page's list, to be ticked: its title, what it says there, and how it stands here. */
export function CheckRow({ row, today, ticked, onTick, isStop = true }: Props) {
  const facts = factsOf(row, today);
  return (
    <label class={`check-row check-row-${row.state}`}>
      <input
        type="checkbox"
        data-check
        tabIndex={isStop ? 0 : -1}
        checked={ticked}
        onChange={(event) => onTick(row, event.currentTarget.checked)}
      />
      <span class="check-row-words">
        <span class="check-row-title">
          {row.isFresh && <Fresh />}
          <bdi dir="auto">{displayText(row.title)}</bdi>
        </span>
        {facts.length > 0 && (
          <span class="check-row-facts">
            <bdi>{facts.join(' · ')}</bdi>
          </span>
        )}
      </span>
      <Standing row={row} />
    </label>
  );
}

/** How the row stands in the inventory: by a word where there is something to do, else by its item's state. */
function Standing({ row }: { row: ListRow }) {
  return (
    <span class="check-row-standing">
      {row.state !== 'known' && (
        <span class={`check-row-word ${row.state === 'changed' ? 'soon' : ''}`}>
          {row.state === 'new' ? t('list_row_new') : t('list_row_changed')}
        </span>
      )}
      {row.item && <StateMark mark={markOf(row.item)} />}
    </span>
  );
}

const Fresh = () => (
  <span class="check-row-fresh" role="img" aria-label={t('list_row_fresh')} title={t('list_row_fresh')} />
);

function factsOf({ label, status, assignees, dueDay, state }: ListRow, today: Day): string[] {
  const facts = [
    label && displayText(label),
    status && (state === 'changed' ? t('list_row_now', displayText(status)) : displayText(status)),
    assignees?.[0] && displayText(assignees[0]),
    dueDay && dueText(dueDay, today),
  ];
  return facts.filter((fact) => fact !== undefined).filter((fact) => fact !== '');
}
