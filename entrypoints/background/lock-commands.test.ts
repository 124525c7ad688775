import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ticket } from '@/tests/support/inventory';
import { keptInventory } from '@/tests/support/kept-inventory';
import { CODE, PASSPHRASE, quickKeys, SECRETS, WRONG } from '@/tests/support/lock';
import { createLock, type Lock } from '@/storage/lock';
import type { Failpoint } from '@/storage/inventory/failpoints';
import type { Inventory } from '@/storage/inventory';
import type { Reply } from '@/utils/messaging/commands';
import { type CommandId, newId, type SourceKey } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createLocking, type Locking } from './lock-commands';
import { lockedInventory } from './locked-inventory';

const rigged = globalThis as { __throughlineFail?: Partial<Record<Failpoint, () => never>> };

describe('the lock with a real inventory behind it', () => {
  let kept: ReturnType<typeof keptInventory>;
  let lock: Lock;
  let locking: Locking;
  let inventory: Inventory;
  /** The worker begins: nothing is left but what was stored. */
  const begin = () => {
    kept.restart();
    lock = createLock(kept.clock, () => undefined);
    inventory = lockedInventory(kept.inventory, lock, kept.clock);
    locking = createLocking({ lock, inside: kept.inventory });
  };
  const send = (name: 'lock.now' | 'lock.set' | 'lock.open' | 'lock.remove', payload = {}): Promise<Reply> =>
    locking({ id: newId<CommandId>(kept.clock.now()), name, payload } as never); // the payload is the name's
  const open = (secret = PASSPHRASE) => send('lock.open', { secret });
  const capture = (title: string) =>
    inventory.execute(
      newId(kept.clock.now()),
      'item.capture',
      { draft: ticket(1, { title }) },
      { via: 'capture' },
    );

  beforeEach(async () => {
    quickKeys();
    kept = keptInventory();
    begin();
    await send('lock.set', SECRETS);
    await send('lock.now');
  });
  afterEach(() => {
    delete rigged.__throughlineFail;
    vi.restoreAllMocks();
  });

  test('a capture behind it is there when it opens: once, with its own time, and not before', async () => {
    const at = kept.clock.now();
    expect(await capture('Sealed')).toEqual({ ok: true, value: { outcome: 'kept' } });
    expect(await kept.titles()).toEqual([]);
    kept.clock.move(86_400_000);
    expect(await open()).toEqual({ ok: true, value: { outcome: 'done' } });
    expect(await kept.titles()).toEqual(['Sealed']);
    const key = 'redmine|tracker.example||1' as SourceKey; // of the ticket
    const id = (await inventory.bySource(key))?.row.id;
    expect(id && (await inventory.view('item', { id }, USUAL_SETTINGS))?.item.createdAt).toBe(at);
  });

  test.each(['received', 'journalled', 'in-transaction', 'committed', 'acknowledged'] as const)(
    'the worker ends while it opens, at "%s": nothing is lost, nothing is there twice',
    async (point) => {
      await capture('One');
      kept.clock.move(10);
      await inventory.execute(newId(kept.clock.now()), 'item.add', { title: 'Two' }, { via: 'ui' });
      let isEnded = false;
      const gone = new Promise<never>(() => undefined);
      const dead = () => (isEnded ? gone : undefined);
      rigged.__throughlineFail = {
        [point]: () => {
          isEnded = true;
          throw new Error('killed');
        },
      };
      // A dead worker stores and answers nothing any more.
      const { local } = fakeBrowser.storage;
      const alive = { set: local.set.bind(local), remove: local.remove.bind(local) };
      const after = (act: (given: never) => unknown) => async (given: never) => {
        await dead();
        return act(given);
      };
      Object.assign(local, { set: after(alive.set), remove: after(alive.remove) });
      open().catch(() => undefined); // nobody is there to hear it
      await vi.waitFor(() => expect(isEnded).toBe(true));
      delete rigged.__throughlineFail;
      Object.assign(local, alive);
      begin();
      expect(await lock.isLocked()).toBe(true);
      expect(await open(CODE)).toMatchObject({ ok: true });
      expect(await kept.titles()).toEqual(['One', 'Two']);
      expect(await lock.view()).toMatchObject({ waiting: 0, isLocked: false });
      expect(await inventory.counts()).toMatchObject({ triage: 1 });
    },
  );

  test('a try that is sent again while it is under way is one try', async () => {
    const id = newId<CommandId>(kept.clock.now());
    const again = () => locking({ id, name: 'lock.open', payload: { secret: WRONG } });
    const replies = await Promise.all([again(), again(), again(), again(), again(), again()]);
    expect(new Set(replies.map((reply) => !reply.ok && reply.code))).toEqual(new Set(['wrong-secret']));
    expect((await lock.view()).triesAgainAt).toBeUndefined();
    expect(await open()).toMatchObject({ ok: true });
  });

  test('says what it did: closed, closed already, taken away', async () => {
    expect(await send('lock.now')).toEqual({ ok: true, value: { outcome: 'nothing' } });
    expect(await send('lock.remove', { secret: PASSPHRASE })).toEqual({ ok: false, code: 'locked' });
    await open();
    expect(await send('lock.now')).toEqual({ ok: true, value: { outcome: 'done' } });
    await open();
    expect(await send('lock.remove', { secret: PASSPHRASE })).toMatchObject({ ok: true });
    expect(await send('lock.remove', { secret: PASSPHRASE })).toMatchObject({ ok: true });
  });
});
