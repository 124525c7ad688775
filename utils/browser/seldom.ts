/**
 * Lets something be done a few times in a while and not more often: in a tug-of-war with a page the page has its way.
 * `now` and `withinMs` in ms of the same clock.
 */
export function seldom(most: number, withinMs: number): (now: number) => boolean {
  let done: number[] = [];
  return (now) => {
    done = done.filter((at) => now - at < withinMs);
    if (done.length >= most) return false;
    done.push(now);
    return true;
  };
}
