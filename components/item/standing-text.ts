import { markName, markOf } from '@/components/icons/state-mark';
import { t, tCount } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import type { ItemRow } from '@/utils/model/row';
import { finishedWord } from './day-words';

/** How an item stands: "Ready", "Started for 3 days", "Done 8:40". The day on which it was started counts as one. */
export function standingText(row: ItemRow, today: Day): string {
  const mark = markOf(row);
  if (row.finished) return t('standing_finished', markName(mark), finishedWord(row.finished, today));
  const isAged = mark === 'started' && row.ageDays !== undefined && row.ageDays > 1;
  return isAged ? tCount('standing_started', row.ageDays ?? 0) : markName(mark);
}
