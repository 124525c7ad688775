import { describe, expect, test } from 'vitest';
import type { Day } from '@/utils/model/day';
import type { SourceKey } from '@/utils/model/ids';
import { freshInventory, ticket } from '@/tests/support/inventory';

const day = (text: string) => text as Day; // a day that exists
const HOUR = 3_600_000;
const alias = 'redmine|tracker.example||uuid-7' as SourceKey; // the form that recognisers give

describe('walking past a known page', () => {
  test('takes over what changed there, but never what the person wrote', async () => {
    const { done, send, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { status: 'New', requester: 'Maria' }) });
    await done('item.edit', { id, changes: { title: 'My words' } });
    const draft = ticket(7, {
      title: 'Their words',
      status: 'Closed',
      assignees: ['Ana'],
      dueDay: day('2026-03-25'),
    });
    expect(await send('item.observe', { draft })).toMatchObject({
      value: { outcome: 'changed', itemId: id },
    });
    expect(await item(id)).toMatchObject({
      title: 'My words',
      owner: 'Ana',
      requester: 'Maria',
      dueDay: '2026-03-25',
      sources: [{ status: 'Closed' }],
    });
  });

  test('is no act: undo neither names it nor takes it back, and what was undone can still be done again', async () => {
    const { done, item, overview } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { status: 'New' }) });
    await done('item.setState', { id, state: 'started' });
    await done('undo', {});
    await done('item.observe', { draft: ticket(7, { status: 'Closed' }) });
    expect(await overview()).toMatchObject({
      undo: { name: 'item.capture' },
      redo: { name: 'item.setState' },
    });
    await done('redo', {});
    expect(await item(id)).toMatchObject({ state: 'started', sources: [{ status: 'Closed' }] });
  });

  test('writes nothing when nothing is new, and twice a day at most that it was seen', async () => {
    const { done, send, item, db, clock } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { status: 'New' }) });
    const before = await db.events.count();
    expect(await send('item.observe', { draft: ticket(7, { status: 'New' }) })).toMatchObject({
      value: { outcome: 'nothing' },
    });
    expect(await db.events.count()).toBe(before);
    clock.move(13 * HOUR);
    expect(await send('item.observe', { draft: ticket(7) })).toMatchObject({ value: { outcome: 'same' } });
    expect((await item(id))?.sources[0]?.lastSeenAt).toBe(clock.now());
    expect(await send('item.observe', { draft: ticket(7) })).toMatchObject({ value: { outcome: 'nothing' } });
  });

  test('says nothing of the same news twice, even where the person wrote something else', async () => {
    const { done, send } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.edit', { id, changes: { title: 'My words' } });
    expect(await send('item.observe', { draft: ticket(7) })).toMatchObject({ value: { outcome: 'nothing' } });
  });

  test.each(['stale-page', 'witnesses-disagree', 'unbound', 'no-title'] as const)(
    'takes nothing from a page that may be another item’s (%s)',
    async (check) => {
      const { done, send, item } = await freshInventory();
      const id = await done('item.capture', { draft: ticket(7, { status: 'New' }) });
      const draft = ticket(7, { title: 'Another ticket', status: 'Closed', check });
      expect(await send('item.observe', { draft })).toMatchObject({ value: { outcome: 'nothing' } });
      expect((await item(id))?.sources[0]).toMatchObject({ status: 'New' });
    },
  );

  test('believes a doubtful page that has the title we know', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { status: 'New' }) });
    await done('item.observe', { draft: ticket(7, { status: 'Closed', check: 'one-witness' }) });
    expect((await item(id))?.sources[0]).toMatchObject({ status: 'Closed' });
  });

  test('does not make items, nor bring one back from the trash', async () => {
    const { done, send, db, overview } = await freshInventory();
    expect(await send('item.observe', { draft: ticket(7) })).toMatchObject({ value: { outcome: 'nothing' } });
    expect(await db.items.count()).toBe(0);
    const id = await done('item.capture', { draft: ticket(7, { status: 'New' }) });
    await done('item.delete', { id });
    expect(await send('item.observe', { draft: ticket(7, { status: 'Closed' }) })).toMatchObject({
      value: { outcome: 'nothing' },
    });
    expect((await overview()).counts.trash).toBe(1);
  });

  test('lets a second source fill what is missing, and never overwrite the first', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { assignees: ['Ana'] }) });
    await done('item.capture', { draft: ticket(8), attachTo: id });
    await done('item.observe', {
      draft: ticket(8, { title: 'The mail', assignees: ['Ben'], requester: 'Maria', status: 'Merged' }),
    });
    expect(await item(id)).toMatchObject({
      title: 'Ticket 7',
      owner: 'Ana',
      requester: 'Maria',
      sources: [{}, { status: 'Merged' }],
    });
  });

  test('remembers further names and ways back', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    const ways = [{ by: 'search' as const, url: 'https://tracker.example/search?q=7' }];
    await done('item.observe', { draft: ticket(7, { aliases: [alias], ways }) });
    expect((await item(id))?.sources[0]).toMatchObject({ aliases: [alias], ways });
  });
});

describe('drift', () => {
  async function drifting() {
    const bench = await freshInventory();
    const id = await bench.done('item.capture', { draft: ticket(7, { status: 'New' }) });
    await bench.done('item.setState', { id, state: 'started' });
    await bench.done('item.observe', { draft: ticket(7, { status: 'Closed' }) });
    return { ...bench, id };
  }

  test('is listed, counted and told in the row, with the day since when', async () => {
    const { overview, id, inventory } = await drifting();
    const drift = {
      product: 'redmine',
      host: 'tracker.example',
      status: 'Closed',
      over: true,
      sinceDay: '2026-03-12',
    };
    expect(await overview()).toMatchObject({ drift: [{ id, drift }], counts: { drift: 1 } });
    expect((await inventory.counts()).drift).toBe(1);
    expect((await inventory.bySource(ticket(7).source.key))?.row.drift).toEqual(drift);
  });

  test('leaves the score alone', async () => {
    const { done, inventory, id } = await drifting();
    const drifted = await inventory.rowFor(id);
    await done('item.observe', { draft: ticket(7, { status: 'In Progress' }) });
    expect(await inventory.rowFor(id)).toMatchObject({ drift: undefined, score: drifted?.score });
  });

  test('ends when the person agrees, and is there again when that is undone', async () => {
    const { done, overview, id } = await drifting();
    await done('item.setState', { id, state: 'done' });
    expect((await overview()).counts.drift).toBe(0);
    await done('undo', {});
    expect((await overview()).counts.drift).toBe(1);
  });

  test('ends when the person says the same state again: it is so all the same', async () => {
    const { done, send, overview, id } = await drifting();
    await done('item.setState', { id, state: 'started' });
    expect((await overview()).counts.drift).toBe(0);
    expect(await send('item.setState', { id, state: 'started' })).toMatchObject({
      value: { outcome: 'nothing' },
    });
    await done('undo', {});
    expect((await overview()).counts.drift).toBe(1);
  });

  test('does not end by a merge; a source that leaves is known as it is', async () => {
    const { done, overview, item, id } = await drifting();
    const into = await done('item.capture', { draft: ticket(8) });
    await done('item.observe', { draft: ticket(7, { status: 'Resolved' }) });
    await done('item.merge', { from: id, into });
    expect((await overview()).drift.map((row) => row.id)).toEqual([into]);
    const split = await done('item.split', { id: into, key: ticket(7).source.key });
    expect(split).toBe(into);
    expect((await overview()).counts.drift).toBe(0);
    expect((await item(into))?.sources).toHaveLength(1);
  });

  test('shows the latest first', async () => {
    const { done, overview, id } = await drifting();
    const other = await done('item.capture', { draft: ticket(8, { status: 'Open' }) });
    await done('item.observe', { draft: ticket(8, { status: 'Done' }) });
    expect((await overview()).drift.map((row) => row.id)).toEqual([other, id]);
  });
});

describe('an item that moved', () => {
  const moved = ticket(70, { title: 'Ticket 7', url: 'https://tracker.example/issues/70' });

  test('keeps its old key and goes by its new name', async () => {
    const { done, item, inventory } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    await done('item.moved', { key: ticket(7).source.key, draft: moved });
    expect((await item(id))?.sources.map(({ label }) => label)).toEqual(['#70', '#7']);
    expect((await inventory.bySource(ticket(7).source.key))?.row.id).toBe(id);
    expect((await inventory.bySource(moved.source.key))?.row.source?.label).toBe('#70');
  });

  test('is not taken from the item that holds the new key already', async () => {
    const { done, send, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7) });
    const other = await done('item.capture', { draft: ticket(70) });
    expect(await send('item.moved', { key: ticket(7).source.key, draft: moved })).toMatchObject({
      value: { outcome: 'nothing' },
    });
    expect((await item(id))?.sources).toHaveLength(1);
    expect((await item(other))?.sources).toHaveLength(1);
  });

  test('is found again by the name that outlives its address, captured or walked past', async () => {
    const { done, send, item, db } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(7, { aliases: [alias] }) });
    expect(await send('item.observe', { draft: { ...moved, aliases: [alias] } })).toMatchObject({
      value: { outcome: 'changed', itemId: id },
    });
    const again = ticket(71, { title: 'Ticket 7', aliases: [alias] });
    expect(await send('item.capture', { draft: again })).toMatchObject({
      value: { outcome: 'changed', itemId: id },
    });
    expect(await db.items.count()).toBe(1);
    expect((await item(id))?.sources).toHaveLength(3);
  });

  test('drifts no more by what its old name showed last', async () => {
    const { done, overview } = await freshInventory();
    await done('item.capture', { draft: ticket(7, { status: 'Open', aliases: [alias] }) });
    await done('item.observe', { draft: ticket(7, { status: 'Closed', aliases: [alias] }) });
    expect((await overview()).counts.drift).toBe(1);
    await done('item.observe', { draft: { ...moved, status: 'Open', aliases: [alias] } });
    expect((await overview()).counts.drift).toBe(0);
  });
});

describe('the way back', () => {
  test('that worked is remembered, as no act and no sight of the page', async () => {
    const { done, send, inventory, item, overview } = await freshInventory();
    const { key } = ticket(7).source;
    const id = await done('item.capture', { draft: ticket(7) });
    const seenAt = (await item(id))?.sources[0]?.lastSeenAt;
    await done('item.way', { id, key, by: 'search' });
    expect(await inventory.sourceOf(id)).toMatchObject({
      ...{ key, way: 'search', product: 'redmine', host: 'tracker.example', url: ticket(7).url },
    });
    expect((await item(id))?.sources[0]?.lastSeenAt).toBe(seenAt);
    expect((await overview()).undo?.name).toBe('item.capture');
    expect(await send('item.way', { id, key, by: 'search' })).toMatchObject({
      value: { outcome: 'nothing' },
    });
  });
});
