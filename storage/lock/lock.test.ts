import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Order } from '@/storage/inventory/execute';
import type { Reply } from '@/utils/messaging/commands';
import { type CommandId, newId } from '@/utils/model/ids';
import { handClock, ticket } from '@/tests/support/inventory';
import { createLock, type Lock } from '.';

const PASSPHRASE = 'four quiet words here';
const CODE = 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ';
const SECRETS = { passphrase: PASSPHRASE, code: CODE };
const DONE: Reply = { ok: true, value: { outcome: 'new' } };

const clock = handClock('2026-11-23T10:00:00Z');
let lock: Lock;
let changed = 0;
/** The worker ends and another begins. */
const nextLife = () => {
  lock = createLock(clock, () => (changed += 1));
};
/** The browser closes and starts again. */
async function nextStart() {
  await fakeBrowser.storage.session.clear();
  nextLife();
}
beforeEach(() => {
  clock.set('2026-11-23T10:00:00Z');
  changed = 0;
  nextLife();
});

let made = 0;
const capture = (title: string): Order => ({
  id: newId<CommandId>(clock.now() + (made += 1)),
  name: 'item.capture',
  payload: { draft: ticket(1, { title }) },
  context: { via: 'capture', me: 'Ana' },
  at: clock.now(),
  zone: 'Europe/Berlin',
});
/** An inventory that takes everything down. */
function taking(reply: (order: Order) => Reply = () => DONE) {
  const orders: Order[] = [];
  const carryOut = async (order: Order) => {
    orders.push(order);
    return reply(order);
  };
  return { orders, carryOut };
}
const never = taking().carryOut;
const everythingStored = async () =>
  JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]);

describe('a lock', () => {
  test('that was never set is never locked, and seals nothing', async () => {
    expect(await lock.view()).toEqual({ isSet: false, isLocked: false, waiting: 0 });
    expect(await lock.close()).toBe(false);
    expect(await lock.seal(capture('Work'))).toBeUndefined();
    expect(await lock.open('anything', never)).toBeUndefined();
    expect(await lock.remove('anything', never)).toBeUndefined();
  });

  test('stays open when it is set, and closes when it is told', async () => {
    expect(await lock.set(SECRETS)).toBeUndefined();
    expect(await lock.view()).toMatchObject({ isSet: true, isLocked: false });
    const before = changed;
    expect(await lock.close()).toBe(true);
    expect(changed).toBeGreaterThan(before);
    expect(await lock.isLocked()).toBe(true);
    nextLife();
    expect(await lock.isLocked()).toBe(true);
  });

  test('opens by its passphrase, by its recovery code however that is typed, and by nothing else', async () => {
    await lock.set(SECRETS);
    for (const [secret, refusal] of [
      ['four quiet words her', 'wrong-secret'],
      ['ABCD-EFGH-JKLM-NPQR-STUV-WXY2', 'wrong-secret'],
      [PASSPHRASE, undefined],
      [' abcd efgh jklm npqr stuv wxyz', undefined],
    ] as const) {
      await lock.close();
      expect(await lock.open(secret, never), secret).toBe(refusal);
      expect(await lock.isLocked()).toBe(refusal !== undefined);
    }
  });

  test('outlives the worker as it was, and is closed when the browser has started', async () => {
    await lock.set(SECRETS);
    nextLife();
    expect(await lock.isLocked()).toBe(false);
    await nextStart();
    expect(await lock.isLocked()).toBe(true);
  });

  test('stores neither secret nor the private key in the clear', async () => {
    await lock.set(SECRETS);
    const stored = await everythingStored();
    expect(stored).not.toContain(PASSPHRASE);
    expect(stored).not.toContain(CODE.replaceAll('-', ''));
    // How every PKCS #8 of a P-256 key begins.
    expect(stored).not.toContain('MIGHAgEAMBMGByqGSM49');
  });

  test('whose record cannot be read is none', async () => {
    await fakeBrowser.storage.local.set({ lock: { version: 7 } });
    expect(await lock.view()).toMatchObject({ isSet: false, isLocked: false });
  });

  test('is closed where the session cannot be read', async () => {
    await lock.set(SECRETS);
    nextLife();
    const unreadable = vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('broken'));
    const isLocked = await lock.isLocked();
    unreadable.mockRestore();
    expect(isLocked).toBe(true);
  });
});

describe('captures while it is locked', () => {
  beforeEach(async () => {
    await lock.set(SECRETS);
    await lock.close();
  });

  test('are kept sealed, and carried out in order when it opens, as they were given', async () => {
    const orders = [capture('Secret plan'), capture('Second')];
    for (const order of orders)
      expect(await lock.seal(order)).toEqual({ ok: true, value: { outcome: 'kept' } });
    expect(await lock.view()).toMatchObject({ waiting: 2 });
    expect(await everythingStored()).not.toContain('Secret plan');
    await nextStart();
    expect(await lock.view()).toMatchObject({ waiting: 2, isLocked: true });
    const inventory = taking();
    expect(await lock.open(PASSPHRASE, inventory.carryOut)).toBeUndefined();
    expect(inventory.orders).toEqual(orders);
    expect(await lock.view()).toMatchObject({ waiting: 0, isLocked: false });
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).toSorted()).toEqual(['lock', 'lock-tries']);
  });
});
