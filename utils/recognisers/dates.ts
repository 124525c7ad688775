import type { Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';

/** The order in which a site writes the three numbers of a date. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The day that an ISO 8601 text begins with ("2026-12-01T09:00Z"), undefined for anything else. */
export function isoDayIn(text: string | undefined): Day | undefined {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text ?? '')?.[1];
  return isDay(day) ? day : undefined;
}

const NUMBERS = /(?<!\d)(\d{1,4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,4})(?!\d)/;

/** The first three numbers that stand together like a date. */
function numbersIn(text: string): [string, string, string] | undefined {
  const [, first, second, third] = NUMBERS.exec(text) ?? [];
  return first !== undefined && second !== undefined && third !== undefined
    ? [first, second, third]
    : undefined;
}

const ORDERS: DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** The day that the text names when its numbers stand in that order; undefined when they cannot. */
function dayIn(text: string, order: DateOrder): Day | undefined {
  const numbers = numbersIn(text);
  if (!numbers) return undefined;
  const [year = '', month = '', day = ''] = ['y', 'm', 'd'].map((letter) => numbers[order.indexOf(letter)]);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year.length === 4 && isDay(iso) ? iso : undefined;
}

/** The one order in which every pair's shown date is its ISO day; undefined when several fit or none does. */
export function learnOrder(pairs: { iso: string; shown: string }[]): DateOrder | undefined {
  const dated = pairs.filter(({ iso, shown }) => isDay(iso) && numbersIn(shown));
  if (dated.length === 0) return undefined;
  const fitting = ORDERS.filter((order) => dated.every(({ iso, shown }) => dayIn(shown, order) === iso));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The day that a localised date names: in the known order, else only when a single order is possible. Never a guess. */
export function dayAs(text: string, order: DateOrder | undefined): Day | undefined {
  if (order) return dayIn(text, order);
  const possible = new Set(ORDERS.map((each) => dayIn(text, each)).filter((day) => day !== undefined));
  return possible.size === 1 ? [...possible][0] : undefined;
}
