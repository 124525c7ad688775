import { expect, test } from 'vitest';
import type { Reply } from '@/utils/messaging/commands';
import { newId, type CommandId } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createAnswer, type Service } from '@/utils/messaging/serve';
import { inventoryCommands, type InventoryCommandName } from '@/utils/messaging/commands';
import { freshInventory, ticket } from '../support/inventory';

const OWN = { id: 'throughline', origin: 'chrome-extension://throughline' };
const popup = { id: OWN.id, origin: OWN.origin, url: `${OWN.origin}/popup.html` };
const page = {
  id: OWN.id,
  origin: 'https://tracker.example',
  url: 'https://tracker.example/issues/7',
  tab: { id: 1 },
  frameId: 0,
};

/** A background of the real parts: who may send, what parses, the inventory. Only the browser around it is left out. */
async function background() {
  const { inventory, clock } = await freshInventory();
  const service: Service = {
    own: OWN,
    now: clock.now,
    carryOut: ({ id, name, payload }) =>
      Object.hasOwn(inventoryCommands, name)
        ? // The line above says that the name is the inventory's.
          inventory.execute(id, name as InventoryCommandName, payload, { via: 'ui' })
        : Promise.resolve<Reply>({ ok: true, value: { outcome: 'nothing' } }),
    view: () => Promise.resolve(undefined),
    isSeen: async () => true,
    isLocked: async () => false,
    knowsNonce: () => Promise.resolve(false),
  };
  const answer = createAnswer(service);
  const send = (name: string, payload: unknown, sender: object, id = newId<CommandId>(clock.now())) =>
    answer({ kind: 'command', id, name, payload }, sender);
  return { send, inventory, clock };
}

test('a popup captures, starts and undoes; each is in the inventory when its reply comes', async () => {
  const { send, inventory } = await background();
  const captured = await send('item.capture', { draft: ticket(7) }, popup);
  expect(captured).toMatchObject({ ok: true, value: { outcome: 'new', title: 'Ticket 7' } });
  const id = captured.ok ? captured.value.itemId : undefined;
  await send('item.setState', { id, state: 'started' }, popup);
  expect((await inventory.view('quick', {}, USUAL_SETTINGS)).started.map((row) => row.id)).toEqual([id]);
  expect(await send('undo', {}, popup)).toMatchObject({
    value: { outcome: 'undone', name: 'item.setState' },
  });
  expect((await inventory.view('quick', {}, USUAL_SETTINGS)).started).toEqual([]);
});

test('a web page reaches nothing of the inventory, whatever it calls itself', async () => {
  const { send, inventory, clock } = await background();
  for (const name of Object.keys(inventoryCommands)) {
    // Slower than the limit of messages, which would answer first.
    clock.move(1_000);
    expect(await send(name, { draft: ticket(7) }, page)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await send(name, { draft: ticket(7) }, { ...page, url: popup.url })).toEqual({
      ok: false,
      code: 'not-allowed',
    });
  }
  expect((await inventory.counts()).triage).toBe(0);
});

test('a lost reply is asked for again with the same id, and nothing is done twice', async () => {
  const { send, inventory, clock } = await background();
  const id = newId<CommandId>(clock.now());
  const first = await send('item.add', { title: 'Pay Ana' }, popup, id);
  expect(await send('item.add', { title: 'Pay Ana' }, popup, id)).toEqual(first);
  expect((await inventory.counts()).next).toBe(1);
});

test('a title of ten megabytes is refused at the door or cut, and never stored whole', async () => {
  const { send, inventory } = await background();
  const long = 'x'.repeat(10_000_000);
  expect(await send('item.capture', { draft: ticket(7, { title: long }) }, popup)).toEqual({
    ok: false,
    code: 'too-large',
  });
  const cut = await send('item.capture', { draft: ticket(7, { title: long.slice(0, 50_000) }) }, popup);
  expect(cut.ok && cut.value.title).toHaveLength(500);
  expect((await inventory.counts()).triage).toBe(1);
});
