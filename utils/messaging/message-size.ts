/**
 * True when a value would be longer than `limit` characters as JSON, counted roughly and never longer than the
 * limit itself takes: a huge, deep or circular value is given up early instead of being turned into text.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  let size = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    size += ownSize(next);
    if (size > limit) return true;
    if (typeof next !== 'object' || next === null) continue;
    for (const name in next) {
      if (!Object.hasOwn(next, name)) continue;
      size += Array.isArray(next) ? 1 : name.length + 4;
      if (size > limit) return true;
      // A plain record of any shape: only its values are counted, nothing of them is trusted.
      open.push((next as Record<string, unknown>)[name]);
    }
  }
  return false;
}

function ownSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'object' && value !== null) return 2;
  return 8;
}
