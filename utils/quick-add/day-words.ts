import { addDays, type Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';
import type { Stretch } from './chip';

type Reading = Stretch & { day: Day };

/** "3.12." and "3. 12.": the German short date, which the date library wants with a year. */
const SHORT_DATE = /(?<![\p{L}\p{N}.])(\d{1,2})\.\s?(\d{1,2})\.(?![\p{L}\p{N}])/gu;
const END_OF_WEEK =
  /(?<![\p{L}\p{N}])(?:end of (?:the )?week|eow|ende der woche|wochenschluss)(?![\p{L}\p{N}])/giu;
const END_OF_MONTH = /(?<![\p{L}\p{N}])(?:eom|ende des monats|monatsende)(?![\p{L}\p{N}])/giu;
const END_OF_DAY = /(?<![\p{L}\p{N}])(?:eod|end of (?:the )?day)(?![\p{L}\p{N}])/giu;
const FRIDAY = 5;

/** Days that the date library does not read. A week of work ends on Friday. */
export function readDayWords(line: string, today: Day): Reading[] {
  const readings = [
    ...find(line, SHORT_DATE, (date, month) => nextDate(today, Number(date), Number(month))),
    ...find(line, END_OF_WEEK, () => addDays(today, (FRIDAY - weekdayOf(today) + 7) % 7)),
    ...find(line, END_OF_MONTH, () => endOfMonth(today)),
    ...find(line, END_OF_DAY, () => today),
  ];
  return readings.sort((a, b) => a.from - b.from);
}

function find(
  line: string,
  pattern: RegExp,
  day: (...groups: (string | undefined)[]) => Day | undefined,
): Reading[] {
  return [...line.matchAll(pattern)].flatMap((match) => {
    const value = day(...match.slice(1));
    return value ? [{ from: match.index, to: match.index + match[0].length, day: value }] : [];
  });
}

/** 0 is Sunday. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The next such date from today on; a 29 February waits for its leap year. */
function nextDate(today: Day, date: number, month: number): Day | undefined {
  const year = Number(today.slice(0, 4));
  const two = (part: number) => String(part).padStart(2, '0');
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = `${year + ahead}-${two(month)}-${two(date)}`;
    if (isDay(day) && day >= today) return day;
  }
  return undefined;
}

function endOfMonth(today: Day): Day {
  const [year = 0, month = 0] = today.split('-').map(Number);
  // The day before the first of the next month; an ISO instant begins with its day.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day;
}
