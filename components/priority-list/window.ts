/** Height of a row in CSS px. Fixed, so that which rows are seen is a division and not a measurement. */
export const ROW_HEIGHT = 44;
/** Rows kept ready above and below what is seen. */
const SPARE = 4;

/** Half-open range of row numbers. */
export type Range = { from: number; to: number };

/**
 * The rows to render of `count`, when `top` px of the list are above what is seen and `height` px can be seen.
 * `top` is negative when the list begins further down. Empty when the list is out of sight.
 */
export function rowsSeen(count: number, top: number, height: number): Range {
  const from = Math.floor(top / ROW_HEIGHT) - SPARE;
  const to = Math.ceil((top + height) / ROW_HEIGHT) + SPARE;
  const within = (row: number) => Math.min(count, Math.max(0, row));
  return { from: within(from), to: within(to) };
}

/**
 * How far to scroll, in px, so that a row of the list is seen: 0 when it is.
 * `top` and `height` as in `rowsSeen`; `edge` px stay free above and below.
 */
export function scrollToSee(row: number, top: number, height: number, edge = 8): number {
  const start = row * ROW_HEIGHT - top;
  if (start < edge) return start - edge;
  return Math.max(0, start + ROW_HEIGHT + edge - height);
}
