import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { START_EMPTY } from '@/utils/model/recovery';
import { ticket } from '@/tests/support/inventory';
import { keptInventory } from '@/tests/support/kept-inventory';
import { privateFiles } from '@/tests/support/private-files';

let files: ReturnType<typeof privateFiles>;
beforeEach(() => {
  files = privateFiles();
});
afterEach(() => files.restore());

describe('a database that was set aside', () => {
  /** Three items are left behind, and the fourth is captured into the inventory that began with nothing. */
  async function leftBehind() {
    const kept = keptInventory();
    for (let n = 0; n < 3; n += 1) await kept.send('item.capture', { draft: ticket(n) });
    await kept.inventory.snapshot();
    await fakeBrowser.storage.local.set({
      [`${kept.name}/sentinel`]: { ...(await kept.sentinel()), events: 50 },
    });
    kept.restart();
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'recovery', cause: 'fewer' });
    expect(await kept.inventory.startEmpty(START_EMPTY)).toBeUndefined();
    await kept.send('item.capture', { draft: ticket(3) });
    return kept;
  }

  test('is told with what is in it, as long as it is there, and so are copies of before', async () => {
    const kept = await leftBehind();
    expect(await kept.titles()).toEqual(['Ticket 3']);
    kept.restart();
    const { state, aside, snapshots } = await kept.inventory.recovery();
    expect(state).toBe('ready');
    expect(snapshots).toMatchObject([{ items: 3, isOther: true }]);
    const last = kept.clock.now() - 1_000;
    expect(aside).toMatchObject([{ name: kept.name, items: 3, events: 6, from: last - 2_000, to: last }]);
  });

  test('is united with what is here', async () => {
    const kept = await leftBehind();
    expect(await kept.inventory.restore(`aside:${kept.name}`)).toBeUndefined();
    expect(await kept.titles()).toEqual(['Ticket 0', 'Ticket 1', 'Ticket 2', 'Ticket 3']);
    kept.restart();
    expect(await kept.titles()).toEqual(['Ticket 0', 'Ticket 1', 'Ticket 2', 'Ticket 3']);
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'ready' });
  });

  test('goes for good by hand, and nothing else does', async () => {
    const kept = await leftBehind();
    const { name: own } = await kept.sentinel();
    expect(await kept.inventory.removeAside(own)).toBe('not-possible');
    expect(await kept.inventory.restore(`aside:${own}`)).toBe('not-possible');
    expect(await kept.inventory.removeAside(kept.name)).toBeUndefined();
    expect((await kept.inventory.recovery()).aside).toEqual([]);
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect([names.includes(kept.name), names.includes(own)]).toEqual([false, true]);
    expect(await kept.titles()).toEqual(['Ticket 3']);
  });
});
