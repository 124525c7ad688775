import { addDays, type Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';
import { dayAs } from './dates';

/** What comes before the day by which something is wanted. */
const BY =
  /(?:\b(?:by|until|till|before|due|no later than|bis|spätestens|vor|zum|deadline)\b[\s:]*(?:the|end of|on|am|zum|ende)?\s*)$/iu;
const MONTHS = [
  'january|jan|januar|jänner',
  'february|feb|februar',
  'march|mar|märz|mär|mrz',
  'april|apr',
  'may|mai',
  'june|jun|juni',
  'july|jul|juli',
  'august|aug',
  'september|sept|sep',
  'october|oct|oktober|okt',
  'november|nov',
  'december|dec|dezember|dez',
];
/** From Sunday on, as Date counts. */
const WEEKDAYS = [
  'sunday|sonntag',
  'monday|montag',
  'tuesday|tues|tue|dienstag',
  'wednesday|mittwoch',
  'thursday|thurs|thu|donnerstag',
  'friday|fri|freitag',
  'saturday|samstag|sonnabend',
];
const COUNTS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ein: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
};

type Match = readonly (string | undefined)[];
type Form = { form: RegExp; day: (match: Match, today: Day | undefined) => Day | undefined };

const FORMS: Form[] = [
  { form: /\b(\d{4}-\d{2}-\d{2})\b/g, day: ([, iso]) => (isDay(iso) ? iso : undefined) },
  {
    form: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)/g,
    day: ([, day, month, year], today) => dated(Number(day), Number(month), year, today),
  },
  { form: /\b\d{1,2}\/\d{1,2}\/\d{4}\b/g, day: ([text = '']) => dayAs(text, undefined) },
  {
    form: /(?<![\d.])(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(\p{L}{3,9})\.?(?:,?\s+(\d{4}))?/giu,
    day: ([, day, month, year], today) => dated(Number(day), placeIn(MONTHS, month) + 1, year, today),
  },
  {
    form: /(?<!\p{L})(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(\d{4}))?/giu,
    day: ([, month, day, year], today) => dated(Number(day), placeIn(MONTHS, month) + 1, year, today),
  },
  relative(/(?<!\p{L})(?:the day after tomorrow|übermorgen)\b/giu, (today) => addDays(today, 2)),
  relative(/\b(?:today|tonight|heute)\b/giu, (today) => today),
  relative(/\btomorrow\b|(?<!\b(?:am|guten|jeden)\s)\bmorgen\b/giu, (today) => addDays(today, 1)),
  relative(/\b(?:end of (?:the |this )?month|ende des monats|(?:zum )?monatsende)\b/giu, endOfMonth),
  relative(/(?<!\p{L})(?:next week|nächste[rn]? woche|kommende[rn]? woche)\b/giu, (today) =>
    addDays(monday(today), 11),
  ),
  relative(
    /\b(?:(?:end of )?(?:the |this )week|(?:ende )?(?:der|diese[r]?) woche|wochenende)\b/giu,
    (today) => later(today, addDays(monday(today), 4)),
  ),
  {
    form: /\bin\s+(\d{1,3}|\p{L}+)\s+(days?|weeks?|tage?n?|wochen?)\b/giu,
    day: ([, count = '', unit = ''], today) => {
      const number = COUNTS[count.toLowerCase()] ?? Number(count);
      return today && Number.isInteger(number)
        ? addDays(today, number * (/^w/i.test(unit) ? 7 : 1))
        : undefined;
    },
  },
  {
    form: /(?<!\p{L})(next\s+|nächsten?\s+|kommenden?\s+)?(\p{L}{3,10})(?!\p{L})/giu,
    day: ([, next, word], today) => {
      const weekday = placeIn(WEEKDAYS, word);
      return today && weekday >= 0 ? weekdayAfter(today, weekday, next !== undefined) : undefined;
    },
  },
  relative(/\b(?:eod|end of (?:the )?day|feierabend)\b/giu, (today) => today),
];

function relative(form: RegExp, count: (today: Day) => Day): Form {
  return { form, day: (_match, today) => today && count(today) };
}

/**
 * The day that a sentence names as people say it, in English and German: "by 12 March", "bis Freitag", "12.3.",
 * "in two weeks". A day behind "by" or "bis" comes before any other; another one that is over is none. Without
 * `today` only whole dates are read.
 */
export function spokenDay(text: string, today: Day | undefined): Day | undefined {
  const found = FORMS.flatMap(({ form, day }, order) =>
    [...text.matchAll(form)].flatMap((match) => {
      const read = day(match, today);
      const isDue = BY.test(text.slice(Math.max(0, match.index - 30), match.index));
      return read === undefined ? [] : [{ day: read, isDue, at: match.index, order }];
    }),
  );
  const [first] = found
    .filter(({ day, isDue }) => isDue || today === undefined || day >= today)
    .toSorted((a, b) => Number(b.isDue) - Number(a.isDue) || a.at - b.at || a.order - b.order);
  return first?.day;
}

const placeIn = (lists: readonly string[], word = ''): number =>
  lists.findIndex((words) => words.split('|').includes(word.toLowerCase()));

/** The day with this number and month; without a year the next one that is not over. */
function dated(
  day: number,
  month: number,
  year: string | undefined,
  today: Day | undefined,
): Day | undefined {
  const inYear = (full: string): Day | undefined => {
    const iso = `${full}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
    return isDay(iso) ? iso : undefined;
  };
  if (year !== undefined) return inYear(year.length === 2 ? `20${year}` : year);
  if (!today) return undefined;
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1]
    .map((full) => inYear(`${full}`))
    .find((each) => each !== undefined && each >= today);
}

const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
/** The Monday of a day's week. */
const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));
const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** The next such weekday after today; "next Friday" is that of the next week. */
function weekdayAfter(today: Day, weekday: number, isNextWeek: boolean): Day {
  if (isNextWeek) return addDays(monday(today), 7 + ((weekday + 6) % 7));
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

function endOfMonth(today: Day): Day {
  const [year = 0, month = 0] = today.split('-').map(Number);
  // The day before the first of the next month is an ISO day.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day;
}
