/** No record of ours is nested deeper: what is, is made to break a reader. */
const DEEPEST = 32;
/** Keys that reach into every object where they are assigned carelessly (safety T16). */
const FOREIGN = new Set(['__proto__', 'constructor', 'prototype']);

export class TooDeep extends Error {}

/**
 * A copy of something that JSON.parse gave, made of own keys only, without those that lead to a prototype; and how many
 * were left out. Throws TooDeep below 32 levels.
 */
export function ownCopy(value: unknown): { copy: unknown; dropped: number } {
  let dropped = 0;
  const copyOf = (part: unknown, depth: number): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (depth > DEEPEST) throw new TooDeep();
    if (Array.isArray(part)) return part.map((each) => copyOf(each, depth + 1));
    const copy: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(part)) {
      if (FOREIGN.has(key)) dropped += 1;
      else copy[key] = copyOf(each, depth + 1);
    }
    return copy;
  };
  return { copy: copyOf(value, 1), dropped };
}
