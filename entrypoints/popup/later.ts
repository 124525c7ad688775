import { signal } from '@preact/signals';
import type * as RestRoom from './rest';

export type Rest = typeof RestRoom;

/** What the popup says and does beyond its first frame; `undefined` until it was fetched. */
export const rest = signal<Rest | undefined>();

// Asked for at once, beside the question to the background, and there before its answer: the first paint, which
// shows what is known from last time, does not wait for it.
const coming = import('./rest').then((room) => {
  rest.value = room;
  return room;
});

/** Does something with the rest: within the click itself where it is there, as the browser demands for its panel. */
export function withRest(act: (room: Rest) => void): void {
  const there = rest.peek();
  if (there) act(there);
  else void coming.then(act);
}
