/** The longest a stored field may be, in characters or entries; longer input is cut and marked, never refused. */
export const LIMITS = {
  title: 500,
  note: 20_000,
  url: 4_096,
  person: 200,
  people: 50,
  label: 100,
  labels: 50,
  status: 100,
  excerpt: 4_000,
  nativeId: 300,
  scope: 300,
  rows: 200,
  links: 50,
  witnesses: 20,
  aliases: 5,
  ways: 5,
  locators: 8,
  lessons: 500,
  /** One message from a page, in UTF-16 code units of its JSON. */
  proposal: 64_000,
  /** One message from one of our own surfaces. */
  message: 256_000,
} as const;

/** The text cut to `limit` characters at a code-point border, ending in "…" when something was cut. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}
