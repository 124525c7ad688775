import { describe, expect, test } from 'vitest';
import { newId, type CommandId, type ItemId } from '@/utils/model/ids';
import type { Day } from '@/utils/model/day';
import { freshInventory, ticket } from '@/tests/support/inventory';

const day = (text: string) => text as Day; // a day that exists

describe('capture', () => {
  test('puts a page into triage with what the page shows', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { dueDay: day('2026-03-20'), requester: 'Maria', labels: ['ops'], status: 'New' }) });
    expect(await item(id)).toMatchObject({ title: 'Ticket 7', state: 'triage', dueDay: '2026-03-20', requester: 'Maria', tags: ['ops'] });
    expect((await item(id))?.sources[0]).toMatchObject({ product: 'redmine', nativeId: '7', status: 'New' });
  });

  test('the same page again is the same item and says so', async () => {
    const { send, overview } = await freshInventory();
    const first = await send('item.capture', { draft: ticket(7) });
    const again = await send('item.capture', { draft: ticket(7) });
    expect(first).toMatchObject({ ok: true, value: { outcome: 'new', title: 'Ticket 7' } });
    expect(again).toMatchObject({ ok: true, value: { outcome: 'same', itemId: first.ok && first.value.itemId } });
    expect((await overview()).counts.triage).toBe(1);
  });

  test('50 captures at once make one item, each acknowledged', async () => {
    const { send, db } = await freshInventory();
    const replies = await Promise.all(Array.from({ length: 50 }, () => send('item.capture', { draft: ticket(7) })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(50);
    expect(await db.items.count()).toBe(1);
  });

  test('a command sent twice with the same id is carried out once and answered the same', async () => {
    const { send, db, clock } = await freshInventory();
    const id = newId<CommandId>(clock.now());
    const replies = await Promise.all([send('item.add', { title: 'Pay Ana' }, id), send('item.add', { title: 'Pay Ana' }, id)]);
    expect(replies[0]).toEqual(replies[1]);
    expect(await db.items.count()).toBe(1);
  });

  test('a changed status and title are taken over, but never over what the person wrote', async () => {
    const { send, done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { status: 'New', dueDay: day('2026-03-20') }) });
    await done('item.edit', { id, changes: { title: 'My words' } });
    const reply = await send('item.capture', { draft: ticket(7, { title: 'Their new words', status: 'Closed', dueDay: day('2026-03-25') }) });
    expect(reply).toMatchObject({ ok: true, value: { outcome: 'changed' } });
    expect(await item(id)).toMatchObject({ title: 'My words', dueDay: '2026-03-25', sources: [{ status: 'Closed' }] });
  });

  test('a doubtful title never replaces a sure one', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.capture', { draft: ticket(7, { title: 'Previous page', check: 'stale-page' }) });
    expect(await item(id)).toMatchObject({ title: 'Ticket 7', check: undefined });
  });

  test('a sure title takes the doubt away', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { title: 'Half a name', check: 'one-witness' }) });
    await done('item.capture', { draft: ticket(7) });
    expect(await item(id)).toMatchObject({ title: 'Ticket 7', check: undefined });
  });

  test('a trashed item comes back when it is captured again', async () => {
    const { send, done, overview } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.delete', { id });
    expect((await overview()).counts).toMatchObject({ triage: 0, trash: 1 });
    expect(await send('item.capture', { draft: ticket(7) })).toMatchObject({ ok: true, value: { outcome: 'restored', itemId: id } });
    expect((await overview()).counts).toMatchObject({ triage: 1, trash: 0 });
  });

  test('a mail attached to a ticket gives the ticket a second source', async () => {
    const { done, item, send } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.capture', { draft: ticket(8), attachTo: id });
    expect((await item(id))?.sources.map(({ nativeId }) => nativeId)).toEqual(['7', '8']);
    expect(await send('item.capture', { draft: ticket(8) })).toMatchObject({ value: { outcome: 'same', itemId: id } });
  });
});

describe('states', () => {
  test('started and done are kept with their days; reopening withdraws the finish and keeps the start', async () => {
    const { done, item, clock } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.setState', { id, state: 'started' });
    clock.set('2026-03-14T09:00:00Z');
    await done('item.setState', { id, state: 'done' });
    expect(await item(id)).toMatchObject({ state: 'done', startedDay: '2026-03-12', finishedDay: '2026-03-14' });
    await done('item.setState', { id, state: 'started' });
    expect(await item(id)).toMatchObject({ state: 'started', startedDay: '2026-03-12', finishedDay: undefined });
  });

  test('finishing ends the waits and blocks that were open', async () => {
    const { done, item, overview } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.wait', { id, on: 'Legal' });
    expect((await overview()).counts.waiting).toBe(1);
    await done('item.block', { id, reason: 'no key' });
    await done('item.setState', { id, state: 'done' });
    const after = await item(id);
    expect([...(after?.waits ?? []), ...(after?.blocks ?? [])].every(({ endedAt }) => endedAt !== undefined)).toBe(true);
    expect((await overview()).doneToday.map((row) => row.id)).toEqual([id]);
  });

  test('what an item stops counts for it, and is free when it is done', async () => {
    const { done, db } = await freshInventory();
    const [a, b] = [await done('item.add', { title: 'A' }), await done('item.add', { title: 'B' })];
    await done('item.block', { id: b, by: a });
    expect(await db.items.get(a)).toMatchObject({ blocksCount: 1, score: 8 });
    expect(await db.items.get(b)).toMatchObject({ isBlocked: true, score: -30, terms: [{ code: 'blocked', by: 'A' }] });
    await done('item.setState', { id: a, state: 'done' });
    expect(await db.items.get(b)).toMatchObject({ isBlocked: false, score: 0 });
  });

  test('items cannot stop each other in a circle', async () => {
    const { done, send } = await freshInventory();
    const [a, b, c] = [await done('item.add', { title: 'A' }), await done('item.add', { title: 'B' }), await done('item.add', { title: 'C' })];
    await done('item.block', { id: b, by: a });
    await done('item.block', { id: c, by: b });
    expect(await send('item.block', { id: a, by: c })).toEqual({ ok: false, code: 'not-possible' });
    expect(await send('item.block', { id: a, by: a })).toEqual({ ok: false, code: 'not-possible' });
  });
});

describe('order', () => {
  test('today is ordered by hand', async () => {
    const { done, overview } = await freshInventory();
    const today = day('2026-03-12');
    const ids: ItemId[] = [];
    for (const title of ['A', 'B', 'C']) ids.push(await done('item.add', { title, planDay: today }));
    const titles = async () => (await overview()).today.map((row) => row.title).join('');
    expect(await titles()).toBe('ABC');
    const [a, b, c] = ids as [ItemId, ItemId, ItemId];
    await done('item.order', { id: c, before: a });
    expect(await titles()).toBe('CAB');
    await done('item.order', { id: c, after: a });
    expect(await titles()).toBe('ACB');
    await done('item.order', { id: a });
    expect(await titles()).toBe('CBA');
    await done('item.plan', { id: b, day: null });
    expect(await titles()).toBe('CA');
  });

  test('next is ordered by score, and a pin holds a place directly above another until the day ends', async () => {
    const { done, overview, clock, inventory } = await freshInventory();
    const a = await done('item.add', { title: 'A', importance: 3 });
    await done('item.add', { title: 'B' });
    await done('item.add', { title: 'C' });
    const d = await done('item.add', { title: 'D' });
    const next = async () => (await overview()).next.rows.map((row) => row.title).join('');
    const rows = (await overview()).next.rows;
    expect(await next()).toBe('ABCD');
    await done('item.pin', { id: d, above: rows[2]?.id ?? a });
    expect(await next()).toBe('ABDC');
    await done('item.pin', { id: d, above: a });
    expect(await next()).toBe('DABC');
    expect((await overview()).next.rows[0]).toMatchObject({ isPinned: true });
    clock.set('2026-03-13T09:00:00Z');
    await inventory.refreshDay();
    expect(await next()).toBe('ABCD');
  });

  test('a snoozed item is back in the morning of its day', async () => {
    const { done, overview, clock, inventory } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.snooze', { id, untilDay: day('2026-03-14') });
    expect((await overview()).counts).toMatchObject({ next: 0, snoozed: 1 });
    clock.set('2026-03-14T00:30:00+01:00');
    await inventory.refreshDay();
    expect((await overview()).counts).toMatchObject({ next: 1, snoozed: 0 });
  });

  test('a new day brings due days nearer', async () => {
    const { done, overview, clock, inventory } = await freshInventory();
    await done('item.add', { title: 'A', dueDay: day('2026-03-20') });
    const before = (await overview()).next.rows[0]?.score ?? 0;
    clock.set('2026-03-18T09:00:00Z');
    await inventory.refreshDay();
    expect((await overview()).next.rows[0]?.score).toBeGreaterThan(before);
  });

  test('pages of a list follow each other without gap or repetition', async () => {
    const { inventory, done } = await freshInventory();
    for (let count = 0; count < 25; count += 1) await done('item.add', { title: `Item ${count}` });
    const { USUAL_SETTINGS } = await import('@/utils/model/settings');
    const first = await inventory.view('list', { list: 'next', limit: 10 }, USUAL_SETTINGS);
    const second = await inventory.view('list', { list: 'next', limit: 10, after: first.next }, USUAL_SETTINGS);
    const third = await inventory.view('list', { list: 'next', limit: 10, after: second.next }, USUAL_SETTINGS);
    const titles = [...first.rows, ...second.rows, ...third.rows].map((row) => row.title);
    expect(new Set(titles).size).toBe(25);
    expect(third.next).toBeUndefined();
    const closed = await inventory.view('list', { list: 'next', limit: 10, until: first.next }, USUAL_SETTINGS);
    expect(closed.rows).toEqual(first.rows);
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
    expect(after.map((one) => one?.sources.map(({ key }) => key))).toEqual(before.map((one) => one?.sources.map(({ key }) => key)));
  });

  test('a source that leaves becomes an item of its own', async () => {
    const { done, send, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.capture', { draft: ticket(8), attachTo: id });
    await done('item.split', { id, key: ticket(8).source.key });
    expect((await item(id))?.sources).toHaveLength(1);
    const reply = await send('item.capture', { draft: ticket(8) });
    expect(reply.ok && reply.value.itemId).not.toBe(id);
    expect(await send('item.split', { id, key: ticket(7).source.key })).toEqual({ ok: false, code: 'not-possible' });
  });
});

describe('undo', () => {
  test('takes back the last fifty commands one by one, also after a restart, and redo does them again', async () => {
    const { done, clock, name, overview } = await freshInventory();
    const id = await done('item.add', { title: 'T0' });
    for (let count = 1; count <= 60; count += 1) await done('item.edit', { id, changes: { title: `T${count}` } });
    const { openInventory } = await import('@/storage/inventory');
    const { USUAL_SETTINGS } = await import('@/utils/model/settings');
    const restarted = openInventory(clock, name);
    const act = (command: 'undo' | 'redo') => {
      clock.move(1_000);
      return restarted.execute(newId<CommandId>(clock.now()), command, {}, { via: 'ui' });
    };
    const title = async () => (await restarted.view('item', { id }, USUAL_SETTINGS))?.item.title;
    for (let count = 0; count < 50; count += 1) expect(await act('undo')).toMatchObject({ ok: true, value: { outcome: 'undone', name: 'item.edit' } });
    expect(await title()).toBe('T10');
    expect(await act('undo')).toEqual({ ok: false, code: 'nothing-to-undo' });
    for (let count = 0; count < 50; count += 1) expect(await act('redo')).toMatchObject({ ok: true });
    expect(await title()).toBe('T60');
    expect((await overview()).undo).toMatchObject({ name: 'item.edit', title: 'T60' });
  });

  test('of a capture takes the item away; capturing again makes a new one', async () => {
    const { done, send, db } = await freshInventory();
    await done('item.capture', { draft: ticket(7) });
    await done('undo', {});
    expect(await db.items.count()).toBe(0);
    expect(await db.sources.count()).toBe(0);
    expect(await send('item.capture', { draft: ticket(7) })).toMatchObject({ value: { outcome: 'new' } });
  });

  test('leaves what was changed afterwards elsewhere alone', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.setState', { id, state: 'started' });
    await done('item.capture', { draft: ticket(7) });
    await done('undo', {});
    expect(await item(id)).toMatchObject({ state: 'started' });
    await done('undo', {});
    expect(await item(id)).toMatchObject({ state: 'ready' });
    expect((await item(id))?.startedAt).toBeUndefined();
  });

  test('a new command makes what was undone final', async () => {
    const { done, send } = await freshInventory();
    const id = await done('item.add', { title: 'A' });
    await done('item.setState', { id, state: 'started' });
    await done('undo', {});
    await done('item.edit', { id, changes: { title: 'B' } });
    expect(await send('redo', {})).toEqual({ ok: false, code: 'nothing-to-undo' });
  });
});

describe('refusals', () => {
  test.each([
    ['item.add', { title: '   ' }],
    ['item.add', { title: 'x', dueDay: '2026-02-30' }],
    ['item.setState', { id: 'nobody', state: 'done' }],
    ['item.edit', null],
  ] as const)('%s with a wrong payload is refused and changes nothing', async (name, payload) => {
    const { inventory, db, clock } = await freshInventory();
    expect(await inventory.execute(newId<CommandId>(clock.now()), name, payload, { via: 'ui' })).toEqual({ ok: false, code: 'malformed' });
    expect(await db.events.count()).toBe(0);
  });

  test('a command about an item that is not there says so', async () => {
    const { send, clock } = await freshInventory();
    expect(await send('item.setState', { id: newId<ItemId>(clock.now()), state: 'done' })).toEqual({ ok: false, code: 'no-item' });
  });

  test('a database from the future is neither read nor changed', async () => {
    const { freshInventory: fresh } = await import('@/tests/support/inventory');
    const { done, db, name, clock } = await fresh();
    await done('item.add', { title: 'A' });
    db.close();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 990);
      request.onsuccess = () => (request.result.close(), resolve());
      request.onerror = () => reject(new Error('cannot raise the version'));
      request.onblocked = () => undefined; // the first connection closes by itself on versionchange
    });
    const { openInventory } = await import('@/storage/inventory');
    const old = openInventory(clock, name);
    expect(await old.execute(newId<CommandId>(clock.now()), 'item.add', { title: 'B' }, { via: 'ui' })).toEqual({ ok: false, code: 'newer-database' });
  });
});

describe('search', () => {
  test('finds every word in title, people, tags and tool names, open work first', async () => {
    const { done, inventory } = await freshInventory();
    const { USUAL_SETTINGS } = await import('@/utils/model/settings');
    const find = async (text: string) => (await inventory.view('search', { text }, USUAL_SETTINGS)).rows.map((row) => row.title);
    await done('item.capture', { draft: ticket(142, { title: 'Señor login redirect', requester: 'Maria' }) });
    const other = await done('item.add', { title: 'Login page texts', tags: ['ops'] });
    expect(await find('login')).toEqual(['Login page texts', 'Señor login redirect']);
    expect(await find('senor maria')).toEqual(['Señor login redirect']);
    expect(await find('#142')).toEqual(['Señor login redirect']);
    await done('item.setState', { id: other, state: 'done' });
    await done('item.add', { title: 'Fresh login idea' });
    expect((await find('login')).at(-1)).toBe('Login page texts');
    expect(await find('nothing like it')).toEqual([]);
  });
});
