import { t } from '@/utils/i18n';
import type { ItemRow } from '@/utils/model/row';
import type { State } from '@/utils/model/item';

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

const RING = 'M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12';

/** Shape and colour both tell the state: each can be read without the other. */
export function StateMark({ mark }: { mark: Mark }) {
  return (
    <svg
      class={`mark mark-${mark}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      role="img"
      aria-label={markName(mark)}
      fill="none"
      style={{ color: `var(--state-${mark})` }}
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {shapeOf(mark)}
    </svg>
  );
}

function shapeOf(mark: Mark) {
  switch (mark) {
    case 'triage':
      return <path d={RING} stroke-dasharray="2.2 2.51" stroke-linecap="butt" />;
    case 'backlog':
      return <path d={RING} stroke-dasharray="0.1 3.04" />;
    case 'ready':
      return <path d={RING} />;
    case 'started':
      return (
        <>
          <path d={RING} />
          <path d="M8 4.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" stroke="none" />
        </>
      );
    case 'waiting':
      return <path d={`${RING}M6.4 5.8v4.4M9.6 5.8v4.4`} />;
    case 'blocked':
      return <path d={`${RING}M4 12l8-8`} />;
    case 'done':
      return (
        <>
          <path d={RING} fill="currentColor" />
          <path d="M5.3 8.2l2 2l3.5-3.9" stroke="var(--ground)" />
        </>
      );
    case 'canceled':
      return <path d={`${RING}M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2`} />;
  }
}
