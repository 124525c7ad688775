import { t, tCount } from '@/utils/i18n';
import { daysBetween, type Day } from '@/utils/model/day';
import { LIMITS } from '@/utils/model/limits';
import type { ListPart } from '@/utils/model/row';
import { dayWord, writeDay } from '../day-words';

/** What a list comes to, in a line: "12 here · 5 new · 2 gone since Monday"; what there is none of is left out. */
export function listHeadline({ rows, gone, sinceDay }: ListPart, today: Day): string {
  const count = (state: 'new' | 'changed') => rows.filter((row) => row.state === state).length;
  const parts = [
    tCount('list_here', rows.length),
    count('new') > 0 && tCount('list_new', count('new')),
    count('changed') > 0 && tCount('list_changed', count('changed')),
    gone.length > 0 && goneWords(gone.length, sinceDay, today),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** "2 gone since Monday"; without the day where the visit before has none. */
export const goneWords = (count: number, sinceDay: Day | undefined, today: Day): string =>
  sinceDay ? tCount('list_gone_since', count, sinceWord(sinceDay, today)) : tCount('list_gone', count);

/** What only a part of a long list says of itself, if it is one. */
export function partialWords({ isPartial, rows }: ListPart): string | undefined {
  if (!isPartial) return undefined;
  // As many as are ever read of a list: there the end of the reading is the reason, not the end of the screen.
  return rows.length >= LIMITS.rows ? t('list_partial_first', String(rows.length)) : t('list_partial');
}

/** A past day after "since": the weekday within a week, unlike in a list of days to come. */
function sinceWord(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return t('list_since_today');
  return days > 1 && days < 7 ? writeDay(day, { weekday: 'long' }) : dayWord(day, today);
}
