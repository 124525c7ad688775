import type { InventoryCommandName, Payload } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { Draft } from '@/utils/model/draft';
import { newId, type CommandId, type ItemId, type SourceKey } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { openInventory } from '@/storage/inventory';
import { openDatabase } from '@/storage/inventory/open';

/** A clock that stands still until it is moved. */
export function handClock(
  start: string,
  zone = 'Europe/Berlin',
): Clock & { move(ms: number): void; set(instant: string): void } {
  let now = Date.parse(start);
  return {
    now: () => now,
    zone: () => zone,
    move(ms) {
      now += ms;
    },
    set(instant) {
      now = Date.parse(instant);
    },
  };
}

/** A fresh inventory with its own database and a clock in the tester's hand. */
export async function freshInventory(start = '2026-03-12T09:00:00Z') {
  const clock = handClock(start);
  const name = `test-${newId<string>(clock.now())}`;
  const inventory = openInventory(clock, name);
  const db = await openDatabase(name);
  const send = async <N extends InventoryCommandName>(
    command: N,
    payload: Payload<N>,
    id = newId<CommandId>(clock.now()),
  ) => {
    clock.move(1_000);
    return inventory.execute(id, command, payload, { via: 'ui' });
  };
  /** Sends, and gives the item's id; throws the refusal. */
  const done = async <N extends InventoryCommandName>(command: N, payload: Payload<N>): Promise<ItemId> => {
    const reply = await send(command, payload);
    if (!reply.ok) throw new Error(`${command}: ${reply.code}`);
    // Every command of these tests is about an item, or its id is not used.
    return reply.value.itemId as ItemId;
  };
  const item = async (id: ItemId) => (await inventory.view('item', { id }, USUAL_SETTINGS))?.item;
  const overview = () => inventory.view('overview', {}, USUAL_SETTINGS);
  return { inventory, db, clock, name, send, done, item, overview };
}

/** A draft as a ticket page gives it. */
export function ticket(number: number, more: Partial<Draft> = {}): Draft {
  return {
    title: `Ticket ${number}`,
    url: `https://tracker.example/issues/${number}`,
    source: {
      product: 'redmine',
      host: 'tracker.example',
      scope: '',
      nativeId: String(number),
      kind: 'issue',
      key: `redmine|tracker.example||${number}` as SourceKey, // the form that recognisers give
      label: `#${number}`,
    },
    page: 'item',
    witnesses: [],
    ...more,
  };
}
