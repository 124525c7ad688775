import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import type { SourceKey } from '@/utils/model/ids';
import type { ListRow } from '@/utils/model/row';
import { CheckRow } from './check-row';
import { isTicked, passes, rowsShown, type Ticks } from './ticks';

type Props = {
  rows: readonly ListRow[];
  ticks: Ticks;
  filter: string;
  today: Day;
  onTick: (rows: readonly ListRow[], on: boolean) => void;
  onFilter: (filter: string) => void;
};

/** All rows of a page's list, to be ticked: a filter that keeps what is ticked in sight, and one tick for all of it. */
export function Checklist({ rows, ticks, filter, today, onTick, onFilter }: Props) {
  const [stop, setStop] = useState<SourceKey | undefined>();
  const shown = rowsShown(rows, ticks, filter);
  const found = rows.filter((row) => passes(row, filter));
  const stopAt = shown.some(({ key }) => key === stop) ? stop : shown[0]?.key;
  return (
    <>
      <div class="checklist-head">
        <TickAll rows={found} ticks={ticks} onTick={onTick} />
        <input
          class="input"
          type="text"
          data-filter
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          aria-label={t('list_filter')}
          aria-keyshortcuts="/"
          placeholder={t('list_filter')}
          value={filter}
          onInput={(event) => onFilter(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 && <p class="checklist-none">{t('list_no_match')}</p>}
      <ul class="checklist-rows" aria-label={t('list_name')}>
        {shown.map((row) => (
          <li key={row.key} onFocusIn={() => setStop(row.key)}>
            <CheckRow
              row={row}
              today={today}
              ticked={isTicked(row, ticks)}
              isStop={row.key === stopAt}
              onTick={(ticked, on) => onTick([ticked], on)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function TickAll({ rows, ticks, onTick }: Pick<Props, 'rows' | 'ticks' | 'onTick'>) {
  const count = rows.filter((row) => isTicked(row, ticks)).length;
  const isAll = count === rows.length && count > 0;
  return (
    <label class="checklist-all">
      <input
        type="checkbox"
        data-tick-all
        indeterminate={count > 0 && !isAll}
        aria-label={t('list_all_name')}
        aria-keyshortcuts="a"
        checked={isAll}
        disabled={rows.length === 0}
        onChange={() => onTick(rows, !isAll)}
      />
      {t('list_all')}
    </label>
  );
}
