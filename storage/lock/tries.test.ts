import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { quickKeys, restartingLock, SECRETS } from '@/tests/support/lock';

let kept: ReturnType<typeof restartingLock>;
beforeEach(() => {
  quickKeys();
  kept = restartingLock();
});
afterEach(() => vi.restoreAllMocks());

describe('wrong tries', () => {
  const SECOND = 1_000;
  beforeEach(async () => {
    await kept.lock.set(SECRETS);
    await kept.lock.close();
  });

  test('cost nothing five times, then a wait that doubles and outlives worker and browser; a right one clears it', async () => {
    for (let tries = 0; tries < 5; tries += 1) expect(await kept.wrong()).toBe('wrong-secret');
    expect(await kept.wrong()).toBe('too-many');
    expect(await kept.right()).toBe('too-many');
    expect(await kept.lock.view()).toMatchObject({ triesAgainAt: kept.clock.now() + SECOND });
    await kept.nextStart();
    expect(await kept.right()).toBe('too-many');
    kept.clock.move(SECOND);
    expect((await kept.lock.view()).triesAgainAt).toBeUndefined();
    expect(await kept.wrong()).toBe('wrong-secret');
    expect(await kept.lock.view()).toMatchObject({ triesAgainAt: kept.clock.now() + 2 * SECOND });
    kept.clock.move(2 * SECOND);
    expect(await kept.right()).toBeUndefined();
    await kept.lock.close();
    expect(await kept.wrong()).toBe('wrong-secret');
    expect((await kept.lock.view()).triesAgainAt).toBeUndefined();
  });

  test('wait five minutes at most, also where the clock was put back', async () => {
    await fakeBrowser.storage.local.set({ 'lock-tries': { wrong: 400, at: kept.clock.now() } });
    expect(await kept.lock.view()).toMatchObject({ triesAgainAt: kept.clock.now() + 300 * SECOND });
    kept.clock.move(-365 * 86_400 * SECOND);
    await kept.nextStart();
    expect(await kept.lock.view()).toMatchObject({ triesAgainAt: kept.clock.now() + 300 * SECOND });
    kept.clock.move(300 * SECOND);
    await kept.nextStart();
    expect(await kept.right()).toBeUndefined();
  });

  test('count before they are tried, and one after the other', async () => {
    const five = await Promise.all([
      kept.wrong(),
      kept.wrong(),
      kept.wrong(),
      kept.wrong(),
      kept.wrong(),
      kept.wrong(),
      kept.right(),
    ]);
    expect(five).toEqual([...Array.from({ length: 5 }, () => 'wrong-secret'), 'too-many', 'too-many']);
    kept.clock.move(SECOND);
    const counted = async () =>
      // Written by the product.
      ((await fakeBrowser.storage.local.get('lock-tries'))['lock-tries'] as { wrong: number }).wrong;
    expect(await counted()).toBe(5);
    const tried = kept.wrong();
    await vi.waitFor(async () => expect(await counted()).toBe(6));
    await tried;
  });
});
