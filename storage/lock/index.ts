/**
 * The lock: it hides the inventory from whoever sits down at an unlocked computer. It encrypts no database.
 *
 *   no record ──set──▶ open ──close──▶ locked ──open──▶ open        in storage.session; absent means locked,
 *       ◀──────remove──────┘             │                          so it is locked when the browser has started
 *                                        └ captures are sealed; carried out when it opens
 *
 * A record that cannot be read is none: nothing could be opened with it, and who can write there can read the database.
 */
import type { Order } from '@/storage/inventory/execute';
import { browser } from '@/utils/browser';
import type { Refusal, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { LockView } from '@/utils/model/lock';
import type { Bytes } from './base64';
import { isOf, newRecord, privateKeyOf, recordWith, type LockRecord, type Secrets } from './record';
import { createState, RECORD, type LockState } from './state';
import { store } from './stored';
import { createTries, TRIES } from './tries';
import { carryOutSealed, keepSealed, type CarryOut } from './waiting';

export type Lock = ReturnType<typeof createLock>;

/** The one lock; `changed` is called when its view may be another. */
export function createLock(clock: Clock, changed: () => unknown) {
  const state = createState();
  const tries = createTries(clock);
  /** Secrets are tried one after the other, and what changes the lock or waits in it likewise. */
  const secretly = createTurn();
  const inTurn = createTurn();

  /** Does something with the private key, for the one who knows a secret; a refusal for anybody else. */
  const withKey = (
    attempt: (record: LockRecord) => Promise<Bytes | undefined>,
    act: (record: LockRecord, key: Bytes) => Promise<Refusal | undefined>,
  ): Promise<Refusal | undefined> =>
    secretly(async () => {
      const { record } = await state.load();
      if (!record) return undefined;
      const key = await tries.once(() => attempt(record));
      const refusal = typeof key === 'string' ? key : await inTurn(() => act(record, key));
      changed();
      return refusal;
    });

  return {
    isLocked: state.isLocked,
    ...createSetting({ state, withKey, changed }),

    async view(): Promise<LockView> {
      const { record, isOpen, isStored } = await state.load();
      const isSet = record !== undefined;
      // Where no lock was ever set, nothing is read for it.
      const waiting = isStored || isSet ? (await state.sealed()).size : 0;
      const triesAgainAt = isSet ? await tries.againAt() : undefined;
      return { isSet, isLocked: isSet && !isOpen, waiting, triesAgainAt };
    },

    /** Locks; false where there is no lock, or it is closed already. */
    async close(): Promise<boolean> {
      const { record, isOpen } = await state.load();
      if (!record || !isOpen) return false;
      await state.close();
      // What was shown is gone when this is answered.
      await changed();
      return true;
    },

    /** Opens, after every sealed capture was carried out: ended in between, it is still locked and can be opened again. */
    async open(secret: string, carryOut: CarryOut): Promise<Refusal | undefined> {
      if ((await state.load()).isOpen && (await state.sealed()).size === 0) return undefined;
      return withKey(
        (record) => privateKeyOf(record, secret),
        async (record, key) => {
          // What the database cannot take now stays for the next time: nobody is locked out by that.
          await carryOutSealed(state, record, key, carryOut);
          await state.open();
          return undefined;
        },
      );
    },

    /** Keeps a capture that nobody can read before the lock is opened; undefined where it is open by now. */
    seal: (order: Order): Promise<Reply | undefined> =>
      inTurn(async () => {
        const reply = await keepSealed(state, order);
        if (reply?.ok) changed();
        return reply;
      }),
  };
}

type Setting = {
  state: LockState;
  withKey(
    attempt: (record: LockRecord) => Promise<Bytes | undefined>,
    act: (record: LockRecord, key: Bytes) => Promise<Refusal | undefined>,
  ): Promise<Refusal | undefined>;
  changed(): unknown;
};

function createSetting({ state, withKey, changed }: Setting) {
  const put = async (record: LockRecord): Promise<Refusal | undefined> => {
    // Before it is stored: a lock that closed on its own setting would be a surprise.
    await state.open();
    if (!(await store(RECORD, record))) return 'disk-full';
    (await state.load()).record = record;
    changed();
    return undefined;
  };

  return {
    /** Sets the passphrase and the recovery code; where there is a lock, only with a secret that opens it. */
    async set({
      secret,
      ...secrets
    }: Secrets & { secret?: string | undefined }): Promise<Refusal | undefined> {
      if (await state.isLocked()) return 'locked';
      const { record: before } = await state.load();
      if (!before) return put(await newRecord(secrets));
      // The same change sent again, its first answer lost, is none.
      if (await isOf(before, secrets)) return undefined;
      if (secret === undefined) return 'wrong-secret';
      return withKey(
        (record) => privateKeyOf(record, secret),
        async (record, key) => put(await recordWith(record.publicKey, key, secrets)),
      );
    },

    /** Takes the lock away, after every sealed capture was carried out: nothing else could open them. */
    async remove(secret: string, carryOut: CarryOut): Promise<Refusal | undefined> {
      if (await state.isLocked()) return 'locked';
      return withKey(
        (record) => privateKeyOf(record, secret),
        async (record, key) => {
          const problem = await carryOutSealed(state, record, key, carryOut);
          if (problem) return problem;
          await browser.storage.local.remove([RECORD, TRIES]);
          (await state.load()).record = undefined;
          return undefined;
        },
      );
    },
  };
}

/** Runs one work after the other. */
function createTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
