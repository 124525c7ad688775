import { describe, expect, test } from 'vitest';
import { newId, type CommandId } from '@/utils/model/ids';
import type { Day } from '@/utils/model/day';
import { freshInventory, ticket } from '@/tests/support/inventory';

const day = (text: string) => text as Day; // a day that exists

describe('capture', () => {
  test('puts a page into triage with what the page shows', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', {
      draft: ticket(7, { dueDay: day('2026-03-20'), requester: 'Maria', labels: ['ops'], status: 'New' }),
    });
    expect(await item(id)).toMatchObject({
      title: 'Ticket 7',
      state: 'triage',
      dueDay: '2026-03-20',
      requester: 'Maria',
      tags: ['ops'],
    });
    expect((await item(id))?.sources[0]).toMatchObject({ product: 'redmine', nativeId: '7', status: 'New' });
  });

  test('the same page again is the same item and says so', async () => {
    const { send, overview } = await freshInventory();
    const first = await send('item.capture', { draft: ticket(7) });
    const again = await send('item.capture', { draft: ticket(7) });
    expect(first).toMatchObject({ ok: true, value: { outcome: 'new', title: 'Ticket 7' } });
    expect(again).toMatchObject({
      ok: true,
      value: { outcome: 'same', itemId: first.ok && first.value.itemId },
    });
    expect((await overview()).counts.triage).toBe(1);
  });

  test('50 captures at once make one item, each acknowledged', async () => {
    const { send, db } = await freshInventory();
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => send('item.capture', { draft: ticket(7) })),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(50);
    expect(await db.items.count()).toBe(1);
  });

  test('a command sent twice with the same id is carried out once and answered the same', async () => {
    const { send, db, clock } = await freshInventory();
    const id = newId<CommandId>(clock.now());
    const replies = await Promise.all([
      send('item.add', { title: 'Pay Ana' }, id),
      send('item.add', { title: 'Pay Ana' }, id),
    ]);
    expect(replies[0]).toEqual(replies[1]);
    expect(await db.items.count()).toBe(1);
  });

  test('a changed status and title are taken over, but never over what the person wrote', async () => {
    const { send, done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { status: 'New', dueDay: day('2026-03-20') }) });
    await done('item.edit', { id, changes: { title: 'My words' } });
    const reply = await send('item.capture', {
      draft: ticket(7, { title: 'Their new words', status: 'Closed', dueDay: day('2026-03-25') }),
    });
    expect(reply).toMatchObject({ ok: true, value: { outcome: 'changed' } });
    expect(await item(id)).toMatchObject({
      title: 'My words',
      dueDay: '2026-03-25',
      sources: [{ status: 'Closed' }],
    });
  });

  test('a doubtful title never replaces a sure one', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.capture', { draft: ticket(7, { title: 'Previous page', check: 'stale-page' }) });
    expect(await item(id)).toMatchObject({ title: 'Ticket 7', check: undefined });
  });

  test('a sure title takes the doubt away', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', {
      draft: ticket(7, { title: 'Half a name', check: 'one-witness' }),
    });
    await done('item.capture', { draft: ticket(7) });
    expect(await item(id)).toMatchObject({ title: 'Ticket 7', check: undefined });
  });

  test('a trashed item comes back when it is captured again', async () => {
    const { send, done, overview } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.delete', { id });
    expect((await overview()).counts).toMatchObject({ triage: 0, trash: 1 });
    expect(await send('item.capture', { draft: ticket(7) })).toMatchObject({
      ok: true,
      value: { outcome: 'restored', itemId: id },
    });
    expect((await overview()).counts).toMatchObject({ triage: 1, trash: 0 });
  });

  test('a mail attached to a ticket gives the ticket a second source', async () => {
    const { done, item, send } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.capture', { draft: ticket(8), attachTo: id });
    expect((await item(id))?.sources.map(({ nativeId }) => nativeId)).toEqual(['7', '8']);
    expect(await send('item.capture', { draft: ticket(8) })).toMatchObject({
      value: { outcome: 'same', itemId: id },
    });
  });
});

describe('merge and split', () => {
  test('merging brings sources, waits and tags together; undo gives both back whole', async () => {
    const { done, item, overview, send } = await freshInventory();
    const from = await done('item.capture', { draft: ticket(7, { labels: ['mail'] }) });
    const into = await done('item.capture', { draft: ticket(8, { labels: ['bug'] }) });
    await done('item.wait', { id: from, on: 'Legal' });
    const before = [await item(from), await item(into)];
    await done('item.merge', { from, into });
    expect(await item(into)).toMatchObject({ tags: ['bug', 'mail'], waits: [{ on: 'Legal' }] });
    expect((await item(into))?.sources).toHaveLength(2);
    expect((await overview()).counts).toMatchObject({ triage: 0, waiting: 1, merged: 1 });
    expect(await send('item.capture', { draft: ticket(7) })).toMatchObject({ value: { itemId: into } });
    await done('undo', {});
    const after = [await item(from), await item(into)];
    expect(after.map((one) => one?.tags)).toEqual(before.map((one) => one?.tags));
    expect(after.map((one) => one?.sources.map(({ key }) => key))).toEqual(
      before.map((one) => one?.sources.map(({ key }) => key)),
    );
  });

  test('a source that leaves becomes an item of its own', async () => {
    const { done, send, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.capture', { draft: ticket(8), attachTo: id });
    await done('item.split', { id, key: ticket(8).source.key });
    expect((await item(id))?.sources).toHaveLength(1);
    const reply = await send('item.capture', { draft: ticket(8) });
    expect(reply.ok && reply.value.itemId).not.toBe(id);
    expect(await send('item.split', { id, key: ticket(7).source.key })).toEqual({
      ok: false,
      code: 'not-possible',
    });
  });
});
