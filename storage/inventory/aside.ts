/** Databases that were taken out of use: what is in them, and what becomes of them. */
import type { LogEvent } from '@/utils/model/event';
import type { AsideFacts } from '@/utils/model/recovery';
import { deleteDatabase, lookInside, readEvents, type Inside } from './raw';
import type { SecondCopy } from './second-copy';
import { Refused } from './verbs/verb';

/** How long a database that was taken out of use is kept, in ms. */
const ASIDE_MS = 30 * 86_400_000;

export type Aside = ReturnType<typeof createAside>;

export function createAside(copy: SecondCopy) {
  /** Nothing writes into them any more: each is looked at once in this life of the worker. */
  const seen = new Map<string, Promise<Inside | undefined>>();
  const all = () => copy.now()?.aside ?? [];
  const inside = (name: string) => {
    const found = seen.get(name) ?? lookInside(name);
    seen.set(name, found);
    return found;
  };
  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await deleteDatabase(name);
    const sentinel = copy.now();
    const aside = all().filter(({ name }) => !names.includes(name));
    if (sentinel) await copy.set({ ...sentinel, aside });
  };
  return {
    /** Each with what it holds, as far as that can be read. */
    list: (): Promise<AsideFacts[]> =>
      Promise.all(all().map(async ({ name, at }) => ({ name, at, ...(await inside(name)) }))),
    /** Every event of one that can still be read. Throws Refused where there is none of this name. */
    events(name: string): AsyncIterable<LogEvent[]> {
      if (!all().some((each) => each.name === name)) throw new Refused('not-possible');
      return readEvents(name);
    },
    /** Deletes one for good; gives whether there was one of this name. */
    async remove(name: string): Promise<boolean> {
      const isThere = all().some((each) => each.name === name);
      if (isThere) await remove([name]);
      return isThere;
    },
    /** Deletes what was set aside long ago. */
    async removeOld(now: number): Promise<void> {
      const old = all().filter(({ at }) => at < now - ASIDE_MS);
      if (old.length > 0) await remove(old.map(({ name }) => name));
    },
  };
}
