/**
 * For each key runs at once, then at most every `leastMs`; what is asked for meanwhile makes one more run, the newest.
 * Lost with the background, which is then asked anew.
 */
export function createPace(leastMs: number): (key: number, run: () => void) => void {
  /** Keys that rest now, with what is due when they did. */
  const due = new Map<number, (() => void) | undefined>();
  const start = (key: number, run: () => void) => {
    due.set(key, undefined);
    run();
    setTimeout(() => {
      const next = due.get(key);
      if (next) start(key, next);
      else due.delete(key);
    }, leastMs);
  };
  return (key, run) => {
    if (due.has(key)) due.set(key, run);
    else start(key, run);
  };
}
