import { describe, expect, test } from 'vitest';
import { newId, type CommandId, type SourceKey } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { freshInventory, ticket } from '@/tests/support/inventory';

const rows = (...numbers: number[]) => numbers.map((number) => ticket(number));

describe('capturing rows of a list', () => {
  test('makes an item of each new one, in the order of the list, and undoes them in one step', async () => {
    const { send, done, overview, db } = await freshInventory();
    expect(await send('item.captureMany', { rows: rows(3, 1, 2) })).toMatchObject({
      ok: true,
      value: { outcome: 'new', counts: { new: 3, same: 0 } },
    });
    expect((await overview()).triage.map(({ title }) => title)).toEqual(['Ticket 3', 'Ticket 1', 'Ticket 2']);
    expect((await overview()).undo).toMatchObject({ name: 'item.captureMany', title: 'Ticket 3' });
    await done('undo', {});
    expect([await db.items.count(), await db.sources.count()]).toEqual([0, 0]);
    await done('redo', {});
    expect(await db.items.count()).toBe(3);
  });

  test('sees known ones again, and takes a row that stands there twice once', async () => {
    const { send, done, item, db } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(1, { status: 'New' }) });
    const seen = [ticket(2), ticket(1, { status: 'Closed' }), ticket(2)];
    expect(await send('item.captureMany', { rows: seen })).toMatchObject({
      value: { outcome: 'new', counts: { new: 1, same: 1 } },
    });
    expect(await db.items.count()).toBe(2);
    expect((await item(id))?.sources[0]).toMatchObject({ status: 'Closed' });
  });

  test('gives a row that stands there twice its first place and words', async () => {
    const { done, overview } = await freshInventory();
    await done('item.captureMany', { rows: [...rows(3, 1, 2), ticket(3, { title: 'Again' })] });
    expect((await overview()).triage.map(({ title }) => title)).toEqual(['Ticket 3', 'Ticket 1', 'Ticket 2']);
  });

  test('is nothing to undo when all of them were known', async () => {
    const { send, done, overview } = await freshInventory();
    await done('item.capture', { draft: ticket(1) });
    expect(await send('item.captureMany', { rows: rows(1) })).toMatchObject({
      value: { outcome: 'same', counts: { new: 0, same: 1 } },
    });
    expect((await overview()).undo?.name).toBe('item.capture');
  });

  test('brings one back from the trash, and counts it as new', async () => {
    const { send, done, overview } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(1) });
    await done('item.delete', { id });
    expect(await send('item.captureMany', { rows: rows(1) })).toMatchObject({
      value: { outcome: 'new', counts: { new: 1, same: 0 } },
    });
    expect((await overview()).counts).toMatchObject({ trash: 0, triage: 1 });
    await done('undo', {});
    expect((await overview()).counts).toMatchObject({ trash: 1, triage: 0 });
  });

  test('sent twice with one id is carried out once and answered the same', async () => {
    const { send, db, clock } = await freshInventory();
    const id = newId<CommandId>(clock.now());
    const first = await send('item.captureMany', { rows: rows(1, 2) }, id);
    expect(await send('item.captureMany', { rows: rows(1, 2) }, id)).toEqual(first);
    expect(await db.items.count()).toBe(2);
  });

  test('knows a row by a name that outlives its address', async () => {
    const alias = 'redmine|tracker.example||uuid' as SourceKey; // the form that recognisers give
    const { send, done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(1, { aliases: [alias] }) });
    expect(await send('item.captureMany', { rows: [ticket(9, { aliases: [alias] })] })).toMatchObject({
      value: { outcome: 'same', counts: { new: 0, same: 1 } },
    });
    expect((await item(id))?.sources.map(({ nativeId }) => nativeId)).toEqual(['9', '1']);
  });

  test('leaves a title that the list cuts off as we know it', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(1, { title: 'Renew the wildcard certificate' }) });
    await done('item.captureMany', { rows: [ticket(1, { title: 'Renew the wild…' })] });
    expect((await item(id))?.title).toBe('Renew the wildcard certificate');
    await done('item.captureMany', { rows: [ticket(1, { title: 'Renew two certificates' })] });
    expect((await item(id))?.title).toBe('Renew two certificates');
  });

  test('takes two hundred at once, all of which the search then finds', async () => {
    const { send, inventory, overview } = await freshInventory();
    const find = (text: string) => inventory.view('search', { text }, USUAL_SETTINGS);
    await find('anything');
    const many = Array.from({ length: 200 }, (_, number) => ticket(number));
    expect(await send('item.captureMany', { rows: many })).toMatchObject({
      value: { counts: { new: 200, same: 0 } },
    });
    expect((await overview()).counts.triage).toBe(200);
    expect((await find('#199')).rows).toHaveLength(1);
    expect(await send('item.captureMany', { rows: [...many, ticket(200)] })).toEqual({
      ok: false,
      code: 'malformed',
    });
  });
});

describe('an ask', () => {
  const ask = ticket(7, {
    title: 'Send the offer by Friday',
    sourceTitle: 'Re: Offer for handhelds',
    quote: 'Could you send the offer by Friday?',
    excerpt: 'Could you send the offer by Friday?',
    page: 'other',
    witnesses: [{ field: 'title', from: 'selection', value: 'Send the offer by Friday' }],
    aliases: ['redmine|tracker.example||uuid-7' as SourceKey], // the form that recognisers give
    source: { ...ticket(7).source, key: `${ticket(7).source.key}~ask:1f` as SourceKey }, // an ask's form
  });

  test('has its own words as title, and its evidence at the source', async () => {
    const { done, item } = await freshInventory();
    const id = await done('item.capture', { draft: ask });
    expect(await item(id)).toMatchObject({
      title: 'Send the offer by Friday',
      note: '',
      sources: [{ title: 'Re: Offer for handhelds', quote: 'Could you send the offer by Friday?' }],
    });
  });

  test('is another item than its page, and is found from it', async () => {
    const { done, inventory } = await freshInventory();
    const page = await done('item.capture', { draft: ticket(7, { aliases: ask.aliases }) });
    const id = await done('item.capture', { draft: ask });
    expect(id).not.toBe(page);
    await done('item.capture', { draft: ticket(70) });
    expect((await inventory.asksOf(ticket(7).source.key)).map((row) => row.id)).toEqual([id]);
    expect((await inventory.sourceOf(id))?.quote).toBe(ask.quote);
    await done('item.delete', { id });
    expect(await inventory.asksOf(ticket(7).source.key)).toEqual([]);
  });
});
