/** How often one tab's script may speak: messages per second, and how many at once. */
export const RATE = { perSecond: 10, burst: 50 } as const;

type Bucket = { left: number; at: number };

/**
 * A token bucket for each key. `allow` says whether one more is within the limit at `now` (UTC ms).
 * Forgotten when the background stops: a fresh start grants one burst more, no harm.
 */
export function createRateLimit(rate: { perSecond: number; burst: number } = RATE) {
  const buckets = new Map<number, Bucket>();
  return {
    allow(key: number, now: number): boolean {
      const before = buckets.get(key) ?? { left: rate.burst, at: now };
      const gained = (Math.max(0, now - before.at) / 1000) * rate.perSecond;
      const left = Math.min(rate.burst, before.left + gained);
      const isAllowed = left >= 1;
      buckets.set(key, { left: isAllowed ? left - 1 : left, at: now });
      return isAllowed;
    },
  };
}
