import { formatNumber, language, t } from '@/utils/i18n';
import { addDays, type Day } from '@/utils/model/day';
import { writeDay } from './day-words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day with its weekday, short: "Mon, 30 Nov". */
export const dayWithWeekday = (day: Day): string =>
  writeDay(day, { weekday: 'short', day: 'numeric', month: 'short' });

/** How long ago an instant was, in words: "2 hours ago"; "now" within a minute. Both in UTC ms. */
export function agoWords(at: number, now: number): string {
  const passed = Math.max(0, now - at);
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' });
  if (passed < MINUTE) return words.format(0, 'second');
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return words.format(-Math.floor(passed / HOUR), 'hour');
  return words.format(-Math.floor(passed / DAY), 'day');
}

/** Day and time of an instant in the person's own zone: "12 Mar, 14:05". */
export const momentWords = (at: number): string =>
  new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** A size in words: "45 min", "2 h", "1.5 h". */
export function sizeWords(minutes: number): string {
  if (minutes < 60) return t('size_minutes', formatNumber(minutes));
  return t('size_hours', formatNumber(Math.round(minutes / 6) / 10));
}

/** The Monday after a day: never the day itself. */
export function nextMonday(day: Day): Day {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}
