/** What is remembered of the copies outside this browser, in the browser's own storage. */
import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { ExternalCopy } from '@/utils/model/backup';

const KEY = 'external-copy';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const LastSchema = v.object({
  at: v.number(),
  items: count,
  events: count,
  hlc: v.string(),
  by: v.picklist(['hand', 'schedule']),
});
const ScheduleSchema = v.object({
  isOn: v.boolean(),
  /** Copies written so far: which of the seven names is next. */
  made: count,
  lastAt: v.optional(v.number()),
  lastName: v.optional(v.string()),
  /** Items in the last one: much fewer do not replace an older copy. */
  lastItems: v.optional(count),
  lastHlc: v.optional(v.string()),
  problem: v.optional(v.picklist(['no-permission', 'not-saved', 'shrunk'])),
});
const StoredSchema = v.object({
  last: v.fallback(v.optional(LastSchema), undefined),
  schedule: v.fallback(ScheduleSchema, { isOn: false, made: 0 }),
  /** UTC ms until which the reminder was put off. */
  quietUntil: v.fallback(v.optional(v.number()), undefined),
});
export type Schedule = v.InferOutput<typeof ScheduleSchema>;
export type Remembered = {
  last?: ExternalCopy | undefined;
  schedule: Schedule;
  quietUntil?: number | undefined;
};

export type CopyMemory = {
  get(): Promise<Remembered>;
  /** Changes the named parts; one after the other. */
  change(make: (before: Remembered) => Partial<Remembered>): Promise<Remembered>;
};

export function createCopyMemory(): CopyMemory {
  let queue: Promise<unknown> = Promise.resolve();
  const get = async (): Promise<Remembered> => {
    const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
    return v.parse(StoredSchema, typeof stored === 'object' && stored !== null ? stored : {});
  };
  return {
    get,
    change(make) {
      const changed = queue.then(async () => {
        const before = await get();
        const after = { ...before, ...make(before) };
        await browser.storage.local.set({ [KEY]: after });
        return after;
      });
      queue = changed.catch(() => undefined); // its caller hears of it; the next is tried anyway
      return changed;
    },
  };
}
