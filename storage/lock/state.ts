/** Whether there is a lock and whether it is open: read once in each life of the worker. */
import * as v from 'valibot';
import { browser } from '@/utils/browser';
import type { CommandId } from '@/utils/model/ids';
import { LockRecordSchema, type LockRecord } from './record';
import { read, sealedIds } from './stored';

export const RECORD = 'lock';
/** In the session's memory: the lock was opened since the browser started. */
const OPEN = 'lock-open';

/** Where something is stored that is no record, `record` is absent. */
type Held = { isStored: boolean; record: LockRecord | undefined; isOpen: boolean };
export type LockState = ReturnType<typeof createState>;

export function createState() {
  const load = once(loadHeld);
  return {
    load,
    /** The captures that wait; read apart, because that reads everything that is stored. */
    sealed: once<Set<CommandId>>(sealedIds),
    isLocked: async (): Promise<boolean> => {
      const { record, isOpen } = await load();
      return record !== undefined && !isOpen;
    },
    async open(): Promise<void> {
      (await load()).isOpen = true;
      await browser.storage.session.set({ [OPEN]: true }).catch(() => {
        // Then it is open for this life of the worker.
      });
    },
    /** Throws where the session cannot be told: this life of the worker is locked, the next one would not be. */
    async close(): Promise<void> {
      // At once: what is asked for while it is being stored is refused.
      (await load()).isOpen = false;
      await browser.storage.session.remove(OPEN);
    },
  };
}

async function loadHeld(): Promise<Held> {
  const [stored, isOpen] = await Promise.all([
    read(RECORD),
    browser.storage.session.get(OPEN).then(
      (found) => found[OPEN] === true,
      () => false, // memory that cannot be read opens nothing
    ),
  ]);
  const parsed = v.safeParse(LockRecordSchema, stored);
  const record = parsed.success ? parsed.output : undefined;
  return { isStored: stored !== undefined, record, isOpen };
}

/** Reads once; again where that failed. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
