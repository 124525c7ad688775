import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { InventoryCommandName, Payload } from '@/utils/messaging/commands';
import { newId, type CommandId } from '@/utils/model/ids';
import { openInventory } from '@/storage/inventory';
import { handClock } from './inventory';

/** An inventory whose worker can die and whose database can be damaged, as a browser does. */
export function keptInventory(start = '2026-03-12T09:00:00Z') {
  const clock = handClock(start);
  const name = `kept-${newId<string>(clock.now())}`;
  let inventory = openInventory(clock, name);
  const send = async <N extends InventoryCommandName>(
    command: N,
    payload: Payload<N>,
    id = newId<CommandId>(clock.now() + 1),
  ) => {
    clock.move(1_000);
    return inventory.execute(id, command, payload, { via: 'ui' });
  };
  const sentinel = async () => {
    const key = `${name}/sentinel`;
    // Written by the product.
    return (await fakeBrowser.storage.local.get(key))[key] as Record<string, unknown> & { name: string };
  };
  return {
    clock,
    name,
    send,
    sentinel,
    get inventory() {
      return inventory;
    },
    /** The worker ends and another one begins: nothing is left but what was stored. */
    restart() {
      inventory = openInventory(clock, name);
    },
    /** The database is deleted under the worker, which then ends. */
    async loseDatabase() {
      const { name: database } = await sentinel();
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(database);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('not deleted'));
      });
      this.restart();
    },
    /** Every key of the journal. */
    async journal() {
      const stored = Object.keys(await fakeBrowser.storage.local.get(null));
      return stored.filter((key) => key.startsWith(`${name}/j:`));
    },
    /** The first so many items' titles, by any list. */
    async titles(): Promise<string[]> {
      const found = await Promise.all(
        (['triage', 'next', 'today', 'waiting', 'done'] as const).map((list) =>
          inventory.view('list', { list, limit: 100 }, {} as never),
        ),
      );
      return found.flatMap(({ rows }) => rows.map(({ title }) => title)).toSorted();
    },
  };
}
