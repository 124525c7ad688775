import { t } from '@/utils/i18n';
import type { ItemRow } from '@/utils/model/row';
import type { State } from '@/utils/model/item';
import './state-mark.css';

/** What the mark before a title says: the state, or what holds the item up. */
export type Mark = State | 'waiting' | 'blocked';

/** The mark of a row: finished first, then what holds it up, then its state. */
export function markOf(row: Pick<ItemRow, 'state' | 'waiting' | 'isBlocked'>): Mark {
  if (row.state === 'done' || row.state === 'canceled') return row.state;
  if (row.waiting) return 'waiting';
  return row.isBlocked ? 'blocked' : row.state;
}

/** The state's name as the person knows it. */
export const markName = (mark: Mark): string => t(`state_${mark}`);

/** The drawing of a mark: `state-mark.css` gives each its shape and its colour. */
export const StateMark = ({ mark }: { mark: Mark }) => (
  <svg class={`mark mark-${mark}`} viewBox="0 0 16 16" role="img" aria-label={markName(mark)}>
    <path />
    {(mark === 'started' || mark === 'done') && <path class="mark-sign" />}
  </svg>
);
