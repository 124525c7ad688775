import { nextMonday } from '@/components/item/time-words';
import { t } from '@/utils/i18n';
import { addDays, type Day } from '@/utils/model/day';

/** A day that is chosen often, with its name and the key that picks it. */
export type DayAhead = { name: string; keys: string; day: Day };

/** The days that are chosen most: tomorrow, the next Monday, in a week. Each day once, by its nearest name. */
export function daysAhead(today: Day): DayAhead[] {
  const days = [
    { name: t('day_tomorrow'), keys: 't', day: addDays(today, 1) },
    { name: t('day_next_monday'), keys: 'm', day: nextMonday(today) },
    { name: t('day_in_a_week'), keys: 'w', day: addDays(today, 7) },
  ];
  return days.filter(({ day }, place) => days.findIndex((other) => other.day === day) === place);
}
