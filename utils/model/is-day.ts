import type { Day } from './day';

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True when the text is a day that exists: "2026-02-29" is not one. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !PATTERN.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
