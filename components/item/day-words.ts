import { language, t } from '@/utils/i18n';
import { daysBetween, type Day } from '@/utils/model/day';

/** A day as people say it: "today", "tomorrow", "Thu" within a week, then "12 Mar", with the year when it is another. */
export function dayWord(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return t('day_today');
  if (days === 1) return t('day_tomorrow');
  if (days === -1) return t('day_yesterday');
  if (days > 1 && days < 7) return writeDay(day, { weekday: 'short' });
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return writeDay(day, { day: 'numeric', month: 'short', ...year });
}

/** When something was finished: the time of day when that was today, else the day. `at` in UTC ms. */
export const finishedWord = ({ day, at }: { day: Day; at: number }, today: Day): string =>
  day === today ? writer({ hour: 'numeric', minute: '2-digit' }).format(at) : dayWord(day, today);

/** A day in the form that is asked for. A Day has no zone: it is written as it stands, from its midnight in UTC. */
export const writeDay = (day: Day, form: Intl.DateTimeFormatOptions): string =>
  writer({ ...form, timeZone: 'UTC' }).format(new Date(day));

const writers = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a row; a surface needs few. */
function writer(form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language() + JSON.stringify(form);
  const made = writers.get(key) ?? new Intl.DateTimeFormat(language(), form);
  writers.set(key, made);
  return made;
}
