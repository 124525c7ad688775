/** What the background remembers between two of its lives, until the browser closes: one value for each key. */
import * as v from 'valibot';
import { browser } from '@/utils/browser';

export type Remembered<T> = {
  get(id: number): Promise<T | undefined>;
  set(id: number, value: T): Promise<void>;
  drop(id: number): Promise<void>;
  /** Everything remembered, by id. */
  all(): Promise<Map<number, T>>;
};

/** Clears every shelf but the named ones. What has no shelf is not touched. */
export async function sweepShelves(kept: readonly string[]): Promise<void> {
  const area = browser.storage.session;
  const swept = Object.keys(await area.get(null)).filter((key) => {
    const [shelf, ...rest] = key.split(':');
    return rest.length > 0 && !kept.includes(shelf ?? '');
  });
  await area.remove(swept);
}

/** A shelf of `storage.session`: "page:7", "sidebar:7" …; what does not parse counts as absent. */
export function createShelf<T>(name: string, schema: v.GenericSchema<unknown, T>): Remembered<T> {
  const area = browser.storage.session;
  const key = (id: number) => `${name}:${id}`;
  const read = (value: unknown): T | undefined => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    get: async (id) => read((await area.get(key(id)))[key(id)]),
    set: (id, value) => area.set({ [key(id)]: value }),
    drop: (id) => area.remove(key(id)),
    async all() {
      const found = new Map<number, T>();
      for (const [stored, value] of Object.entries(await area.get(null))) {
        const [shelf, id] = stored.split(':');
        const parsed = shelf === name ? read(value) : undefined;
        if (parsed !== undefined) found.set(Number(id), parsed);
      }
      return found;
    },
  };
}
