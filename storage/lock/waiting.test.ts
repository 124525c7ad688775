import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Reply } from '@/utils/messaging/commands';
import {
  captureOf,
  CODE,
  everythingStored,
  PASSPHRASE,
  quickKeys,
  restartingLock,
  SECRETS,
  taking,
} from '@/tests/support/lock';

const DONE: Reply = { ok: true, value: { outcome: 'new' } };
let kept: ReturnType<typeof restartingLock>;
beforeEach(() => {
  quickKeys();
  kept = restartingLock();
});
afterEach(() => vi.restoreAllMocks());

describe('captures while it is locked', () => {
  beforeEach(async () => {
    await kept.lock.set(SECRETS);
    await kept.lock.close();
  });

  test('are kept sealed, and carried out in order when it opens, as they were given', async () => {
    const orders = [captureOf('Secret plan'), captureOf('Second')];
    for (const order of orders)
      expect(await kept.lock.seal(order)).toEqual({ ok: true, value: { outcome: 'kept' } });
    expect(await kept.lock.view()).toMatchObject({ waiting: 2 });
    expect(await everythingStored()).not.toContain('Secret plan');
    await kept.nextStart();
    expect(await kept.lock.view()).toMatchObject({ waiting: 2, isLocked: true });
    const inventory = taking();
    expect(await kept.lock.open(PASSPHRASE, inventory.carryOut)).toBeUndefined();
    expect(inventory.orders).toEqual(orders);
    expect(await kept.lock.view()).toMatchObject({ waiting: 0, isLocked: false });
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).toSorted()).toEqual(['lock', 'lock-tries']);
  });

  test('sent twice are one', async () => {
    const order = captureOf('Once');
    await kept.lock.seal(order);
    await kept.lock.seal({ ...order, at: order.at + 5_000 });
    kept.nextLife();
    await kept.lock.seal({ ...order, at: order.at + 9_000 });
    const inventory = taking();
    await kept.lock.open(PASSPHRASE, inventory.carryOut);
    expect(inventory.orders).toEqual([order]);
  });

  test('are not acknowledged when they cannot be written, nor after any write has failed', async () => {
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    const failed = await kept.lock.seal(captureOf('No room'));
    full.mockRestore();
    expect(failed).toEqual({ ok: false, code: 'disk-full' });
    expect(await kept.lock.seal(captureOf('Room again'))).toEqual({ ok: false, code: 'disk-full' });
    expect(await kept.lock.view()).toMatchObject({ waiting: 0 });
    await kept.nextStart();
    expect(await kept.lock.seal(captureOf('Next start'))).toMatchObject({ ok: true });
  });

  test('that the database cannot take stay sealed, and those after them; the lock opens all the same', async () => {
    const orders = [captureOf('One'), captureOf('Two'), captureOf('Three')];
    for (const order of orders) await kept.lock.seal(order);
    const broken = taking(({ id }) => (id === orders[1]?.id ? { ok: false, code: 'storage' } : DONE));
    expect(await kept.lock.open(PASSPHRASE, broken.carryOut)).toBeUndefined();
    expect(await kept.lock.view()).toMatchObject({ isLocked: false, waiting: 2 });
    const whole = taking();
    expect(await kept.lock.open('wrong words here', whole.carryOut)).toBe('wrong-secret');
    expect(await kept.lock.open(PASSPHRASE, whole.carryOut)).toBeUndefined();
    expect(whole.orders).toEqual(orders.slice(1));
    expect(await kept.lock.view()).toMatchObject({ waiting: 0 });
  });

  test('that are refused for what they are do not wait for ever', async () => {
    await kept.lock.seal(captureOf('Not possible'));
    await kept.lock.open(PASSPHRASE, taking(() => ({ ok: false, code: 'no-item' })).carryOut);
    expect(await kept.lock.view()).toMatchObject({ waiting: 0 });
  });

  test('lose nothing when the worker ends in the middle of opening: it is locked, and opened again', async () => {
    const orders = [captureOf('One'), captureOf('Two')];
    for (const order of orders) await kept.lock.seal(order);
    const dying = taking();
    const ended = kept.lock.open(PASSPHRASE, async (order) => {
      await dying.carryOut(order);
      if (order.id === orders[1]?.id) throw new Error('killed');
      return DONE;
    });
    await expect(ended).rejects.toThrow('killed');
    kept.nextLife();
    expect(await kept.lock.view()).toMatchObject({ isLocked: true, waiting: 1 });
    const again = taking();
    await kept.lock.open(PASSPHRASE, again.carryOut);
    expect(again.orders).toEqual([orders[1]]);
  });

  test('that were exchanged or changed, or are of another lock, are left and carried out as nothing', async () => {
    const [one, two] = [captureOf('One'), captureOf('Two')];
    await kept.lock.seal(one);
    await kept.lock.seal(two);
    const all = await fakeBrowser.storage.local.get(null);
    await fakeBrowser.storage.local.set({
      [`sealed:${one.id}`]: all[`sealed:${two.id}`],
      [`sealed:${two.id}`]: { version: 1, from: 'AAAA', sealed: 'AAAA' },
    });
    const inventory = taking();
    expect(await kept.lock.open(PASSPHRASE, inventory.carryOut)).toBeUndefined();
    expect(inventory.orders).toEqual([]);
    expect(await kept.lock.view()).toMatchObject({ waiting: 2 });
  });

  test('stay readable under a new passphrase, which only who knows a secret can set', async () => {
    const order = captureOf('Before the change');
    await kept.lock.seal(order);
    await kept.lock.open(CODE, taking(() => ({ ok: false, code: 'storage' })).carryOut);
    const next = { passphrase: 'other quiet words', code: CODE.replace('ABCD', 'DCBA') };
    expect(await kept.lock.set(next)).toBe('wrong-secret');
    expect(await kept.lock.set({ ...next, secret: 'wrong' })).toBe('wrong-secret');
    expect(await kept.lock.set({ ...next, secret: PASSPHRASE })).toBeUndefined();
    // Its answer was lost, and it is sent again.
    expect(await kept.lock.set({ ...next, secret: PASSPHRASE })).toBeUndefined();
    await kept.lock.close();
    expect(await kept.lock.set({ ...next, secret: next.passphrase })).toBe('locked');
    expect(await kept.lock.open(PASSPHRASE, taking().carryOut)).toBe('wrong-secret');
    expect(await kept.lock.open(CODE, taking().carryOut)).toBe('wrong-secret');
    const inventory = taking();
    expect(await kept.lock.open(next.passphrase, inventory.carryOut)).toBeUndefined();
    expect(inventory.orders).toEqual([order]);
  });

  test('keep the lock from being taken away before they are carried out', async () => {
    await kept.lock.seal(captureOf('Waits'));
    const broken = taking(() => ({ ok: false, code: 'recovery' }));
    await kept.lock.open(PASSPHRASE, broken.carryOut);
    expect(await kept.lock.remove(PASSPHRASE, broken.carryOut)).toBe('recovery');
    expect(await kept.lock.remove('wrong words', taking().carryOut)).toBe('wrong-secret');
    expect(await kept.lock.remove(PASSPHRASE, taking().carryOut)).toBeUndefined();
    expect(await kept.lock.view()).toEqual({ isSet: false, isLocked: false, waiting: 0 });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('go the usual way where the lock opens while they are being sealed', async () => {
    const [opened, sealed] = await Promise.all([
      kept.lock.open(PASSPHRASE, taking().carryOut),
      kept.lock.seal(captureOf('Just then')),
    ]);
    expect(opened).toBeUndefined();
    // Before it opened: it was carried out with the rest. After: it is for the inventory itself.
    expect(sealed === undefined || (await kept.lock.view()).waiting === 0).toBe(true);
  });
});
