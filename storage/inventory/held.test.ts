import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupLines } from '@/storage/transfer/write-backup';
import { packed } from '@/storage/transfer/packed';
import { restore } from '@/storage/transfer/restore';
import { freshInventory, ticket } from '@/tests/support/inventory';
import { keptInventory } from '@/tests/support/kept-inventory';
import { privateFiles } from '@/tests/support/private-files';
import { type CommandId, newId } from '@/utils/model/ids';

let files: ReturnType<typeof privateFiles>;
beforeEach(() => {
  files = privateFiles();
});
afterEach(() => {
  files.restore();
  vi.restoreAllMocks();
});

const FROM = 100;
const ROWS = 40;
/** The command that captures meanwhile. */
const MEANWHILE = newId<CommandId>(Date.parse('2026-03-12T10:00:00Z'));

/** A file with as many items as one command captures. */
async function fileOfOther(): Promise<Blob> {
  const other = await freshInventory();
  const rows = Array.from({ length: ROWS }, (_, at) => ticket(FROM + at));
  await other.send('item.captureMany', { rows });
  const lines = backupLines(other.db, { at: other.clock.now(), settings: {} });
  return new Response(packed(lines)).blob();
}

/** An import into an inventory with one item, during whose one write a page is captured. */
async function duringImport(how: 'add' | 'replace', afterwards = async () => {}) {
  const kept = keptInventory();
  await kept.send('item.capture', { draft: ticket(1) });
  const file = await fileOfOther();
  const order: unknown[] = [];
  let captured: Promise<unknown> | undefined;
  const imported = kept.inventory.within(async (db, hold) => {
    const holding = <T>(act: () => Promise<T>) =>
      hold(async () => {
        const written = act();
        captured = kept
          .send('item.capture', { draft: ticket(2) }, MEANWHILE)
          .then((reply) => order.push(reply));
        const value = await written;
        order.push('imported');
        return value;
      });
    const importId = newId<CommandId>(kept.clock.now());
    const value = await restore(db, file, how, { clock: kept.clock, importId, hold: holding });
    await captured;
    await afterwards();
    return { value, isChanged: true };
  });
  return { kept, order, imported };
}

const isKept = { ok: true, value: { outcome: 'kept' } };
const here = { add: ROWS + 2, replace: ROWS + 1 };

test.each(['add', 'replace'] as const)(
  'a capture during an import (%s) is acknowledged before that ends, and is there once afterwards',
  async (how) => {
    const removed = vi.spyOn(fakeBrowser.storage.local, 'remove');
    const { kept, order, imported } = await duringImport(how);
    await imported;
    expect(order).toEqual([isKept, 'imported']);
    const titles = await kept.titles();
    expect(titles.filter((title) => title === 'Ticket 2')).toHaveLength(1);
    expect(titles).toHaveLength(here[how]);
    // In the second copy at every moment, and waiting for nothing.
    expect(removed.mock.calls.flat(2)).not.toContainEqual(expect.stringContaining(MEANWHILE));
    expect(await kept.inventory.recovery()).toMatchObject({ state: 'ready', journal: 0 });
    expect(await kept.journal()).toHaveLength(how === 'add' ? 2 : 1);
    kept.restart();
    expect(await kept.titles()).toEqual(titles);
  },
);

test('a capture during an import that fails is there once all the same', async () => {
  const { kept, imported } = await duringImport('add', () => Promise.reject(new Error('broken')));
  await expect(imported).rejects.toThrow('broken');
  expect((await kept.titles()).filter((title) => title === 'Ticket 2')).toHaveLength(1);
});

test.each(['add', 'replace'] as const)(
  'a worker that dies after the write of an import (%s) loses no capture of meanwhile',
  async (how) => {
    const died = Promise.withResolvers<void>();
    const forever = new Promise<never>(() => {});
    const { kept } = await duringImport(how, () => (died.resolve(), forever));
    await died.promise;
    kept.restart();
    const titles = await kept.titles();
    expect(titles.filter((title) => title === 'Ticket 2')).toHaveLength(1);
    expect(titles).toHaveLength(here[how]);
  },
);
