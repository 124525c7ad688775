import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until an instant (UTC ms), counted down as they pass; 0 when it is over or there is none. */
export function useSecondsUntil(at: number | undefined, now: () => number): number {
  const left = at === undefined ? 0 : Math.max(0, Math.ceil((at - now()) / 1_000));
  const [, tick] = useState(0);
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return left;
}
