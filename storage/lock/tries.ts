import * as v from 'valibot';
import type { Clock } from '@/utils/model/clock';
import { read, store } from './stored';

/** Where the wrong tries are counted: a start of the browser does not forget them. */
export const TRIES = 'lock-tries';
/** Wrong ones in a row that cost no wait; each further one doubles it, up to the longest. */
const FREE = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;

const TriesSchema = v.object({ wrong: v.pipe(v.number(), v.integer(), v.minValue(0)), at: v.number() });
type Tries = v.InferOutput<typeof TriesSchema>;
const NONE: Tries = { wrong: 0, at: 0 };

const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE));

/** Counts wrong tries and makes the next one wait. */
export function createTries(clock: Clock) {
  // What could not be stored counts in this life of the worker all the same.
  let known: Tries | undefined;

  async function load(): Promise<Tries> {
    const found = known ?? v.safeParse(TriesSchema, await read(TRIES));
    known = 'wrong' in found ? found : found.success ? found.output : NONE;
    // The clock was put back: the wait begins anew, and is never longer than it was.
    if (known.at > clock.now()) await put({ ...known, at: clock.now() });
    return known;
  }
  async function put(tries: Tries): Promise<void> {
    known = tries;
    await store(TRIES, tries);
  }
  async function againAt(): Promise<number | undefined> {
    const { wrong, at } = await load();
    const next = at + waitAfter(wrong);
    return waitAfter(wrong) > 0 && next > clock.now() ? next : undefined;
  }

  return {
    /** No try is taken before this instant (UTC ms); undefined when one is taken now. */
    againAt,
    /** Tries once; undefined is a wrong one. It counts before it is tried: ending the worker gives no try for nothing. */
    async once<T>(attempt: () => Promise<T | undefined>): Promise<T | 'too-many' | 'wrong-secret'> {
      if ((await againAt()) !== undefined) return 'too-many';
      const { wrong } = await load();
      await put({ wrong: wrong + 1, at: clock.now() });
      const found = await attempt();
      if (found === undefined) return 'wrong-secret';
      await put(NONE);
      return found;
    },
  };
}
