import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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

let kept: ReturnType<typeof restartingLock>;
let rounds: number[];
beforeEach(() => {
  rounds = quickKeys();
  kept = restartingLock();
});
afterEach(() => vi.restoreAllMocks());

describe('a lock', () => {
  test('that was never set is never locked, and seals nothing', async () => {
    expect(await kept.lock.view()).toEqual({ isSet: false, isLocked: false, waiting: 0 });
    expect(await kept.lock.close()).toBe(false);
    expect(await kept.lock.seal(captureOf('Work'))).toBeUndefined();
    expect(await kept.lock.open('anything', taking().carryOut)).toBeUndefined();
    expect(await kept.lock.remove('anything', taking().carryOut)).toBeUndefined();
  });

  test('stays open when it is set, and closes when it is told', async () => {
    expect(await kept.lock.set(SECRETS)).toBeUndefined();
    expect(await kept.lock.view()).toMatchObject({ isSet: true, isLocked: false });
    const before = kept.told.changes;
    expect(await kept.lock.close()).toBe(true);
    expect(kept.told.changes).toBeGreaterThan(before);
    expect(await kept.lock.isLocked()).toBe(true);
    kept.nextLife();
    expect(await kept.lock.isLocked()).toBe(true);
  });

  test('opens by its passphrase, by its recovery code however that is typed, and by nothing else', async () => {
    await kept.lock.set(SECRETS);
    for (const [secret, refusal] of [
      ['four quiet words her', 'wrong-secret'],
      ['ABCD-EFGH-JKLM-NPQR-STUV-WXY2', 'wrong-secret'],
      [PASSPHRASE, undefined],
      [' abcd efgh jklm npqr stuv wxyz', undefined],
    ] as const) {
      await kept.lock.close();
      expect(await kept.lock.open(secret, taking().carryOut), secret).toBe(refusal);
      expect(await kept.lock.isLocked()).toBe(refusal !== undefined);
    }
  });

  test('outlives the worker as it was, and is closed when the browser has started', async () => {
    await kept.lock.set(SECRETS);
    kept.nextLife();
    expect(await kept.lock.isLocked()).toBe(false);
    await kept.nextStart();
    expect(await kept.lock.isLocked()).toBe(true);
  });

  test('stores neither secret nor the private key in the clear', async () => {
    await kept.lock.set(SECRETS);
    const stored = await everythingStored();
    expect(stored).not.toContain(PASSPHRASE);
    expect(stored).not.toContain(CODE.replaceAll('-', ''));
    // How every PKCS #8 of a P-256 key begins.
    expect(stored).not.toContain('MIGHAgEAMBMGByqGSM49');
  });

  test('makes its keys in as many rounds as the code says: a record that asks for fewer is none', async () => {
    await kept.lock.set(SECRETS);
    await kept.right();
    expect(new Set(rounds)).toEqual(new Set([600_000]));
    const { lock } = await fakeBrowser.storage.local.get('lock');
    await fakeBrowser.storage.local.set({ lock: { ...(lock as object), rounds: 1 } });
    kept.nextLife();
    expect(await kept.lock.view()).toMatchObject({ isSet: false });
  });

  test('whose record cannot be read is none', async () => {
    await fakeBrowser.storage.local.set({ lock: { version: 7 } });
    expect(await kept.lock.view()).toMatchObject({ isSet: false, isLocked: false });
  });

  test('is closed where the session cannot be read', async () => {
    await kept.lock.set(SECRETS);
    kept.nextLife();
    const unreadable = vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('broken'));
    const isLocked = await kept.lock.isLocked();
    unreadable.mockRestore();
    expect(isLocked).toBe(true);
  });
});

describe('a lock that cannot be stored', () => {
  test('is not set, and says why', async () => {
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    const refusal = await kept.lock.set(SECRETS);
    full.mockRestore();
    expect(refusal).toBe('disk-full');
    expect(await kept.lock.view()).toMatchObject({ isSet: false });
  });
});
