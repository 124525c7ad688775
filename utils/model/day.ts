/** A calendar day without a time or zone, "2026-03-12". Days compare and sort as strings. */
export type Day = string & { readonly __brand: 'Day' };

const MS_PER_DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day on which an instant (UTC ms) falls in an IANA zone. Throws RangeError for an unknown zone. */
export function dayOf(at: number, zone: string): Day {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  // The Canadian English form of a date is ISO 8601 (year-month-day).
  return format.format(at) as Day;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  // A shifted ISO day is an ISO day.
  return new Date(Date.parse(day) + count * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}
