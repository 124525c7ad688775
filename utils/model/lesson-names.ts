/** What lessons are named by, apart from their parsers: a script in a page needs no more. */

/** Attributes that a locator may go by; never `value`, `class`, `style` or a handler. */
export const LOCATOR_ATTRIBUTES = [
  'id',
  'name',
  'itemprop',
  'rel',
  'for',
  'headers',
  'aria-label',
  'aria-labelledby',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa',
  'data-cy',
  'data-field',
  'data-name',
  'data-column',
  'data-id',
  'data-key',
  'data-type',
  'data-tid',
] as const;

type About = { product: string; host: string; kind: string; field: string };

/** `product|host|kind|field`: the same thing taught again replaces what was taught before. */
export const lessonId = ({ product, host, kind, field }: About): string =>
  [product, host, kind, field].join('|');
