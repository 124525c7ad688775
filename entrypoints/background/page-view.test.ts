import { describe, expect, it } from 'vitest';
import { openInventory } from '@/storage/inventory';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import { type CommandId, newId } from '@/utils/model/ids';
import * as v from 'valibot';
import { recordOf } from './page-record';
import { NotOpen } from '@/storage/inventory/failure';
import { viewOf, viewWithout } from './page-view';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const clock = { now: () => NOW, zone: () => 'UTC' };
let count = 0;
const freshInventory = () => openInventory(clock, `page-view-${(count += 1)}`);

const draftOf = (id: string, more: Partial<Draft> = {}): Draft =>
  v.parse(DraftSchema, {
    title: `Work ${id}`,
    url: `https://tool.example/${id}`,
    source: {
      product: 'tool',
      host: 'tool.example',
      scope: '',
      nativeId: id,
      kind: 'issue',
      key: `tool|tool.example||${id}`,
    },
    page: 'item',
    witnesses: [],
    ...more,
  });
const mailOf = (more: Partial<Draft> = {}): Draft => {
  const draft = draftOf('mail', more);
  return { ...draft, source: { ...draft.source, kind: 'email' } };
};
const capture = async (inventory: ReturnType<typeof freshInventory>, draft: Draft) =>
  inventory.execute(newId<CommandId>(NOW), 'item.capture', { draft }, { via: 'capture' });
const at = (draft: Draft) => recordOf({ draft }, draft.url);

describe('the view of a page', () => {
  it('is the page alone while the inventory is not open, so that it can be captured for later', () => {
    expect(viewWithout(at(draftOf('1')), new NotOpen())).toMatchObject({
      kind: 'draft',
      draft: { title: 'Work 1' },
      named: [],
    });
    // Where it is not known what is there, a known page is not shown as a new one.
    expect(() => viewWithout(at(draftOf('1')), new Error('refused'))).toThrow('refused');
  });

  it('is a draft with the items that the page names, before it was captured', async () => {
    const inventory = freshInventory();
    await capture(inventory, draftOf('1'));
    const mail = mailOf({ links: ['https://tool.example/1', 'https://tool.example/2'] });
    expect(await viewOf(at(mail), inventory, clock)).toMatchObject({
      kind: 'draft',
      draft: { title: 'Work mail', product: 'tool', key: 'tool|tool.example||mail' },
      named: [{ title: 'Work 1' }],
    });
  });

  it('offers nothing for a ticket that names another: they are two pieces of work', async () => {
    const inventory = freshInventory();
    await capture(inventory, draftOf('1'));
    const other = draftOf('2', { links: ['https://tool.example/1'] });
    expect(await viewOf(at(other), inventory, clock)).toMatchObject({ kind: 'draft', named: [] });
  });

  it('is the item once it was captured, with when it was last seen', async () => {
    const inventory = freshInventory();
    await capture(inventory, draftOf('1'));
    const view = await viewOf(at(draftOf('1')), inventory, clock);
    expect(view).toMatchObject({
      kind: 'item',
      item: { title: 'Work 1', state: 'triage' },
      seenAt: NOW,
      also: [],
    });
    expect(view).not.toMatchObject({ drift: expect.anything() });
  });

  it('says when the tool says done and we do not', async () => {
    const time = { now: NOW };
    const moving = { ...clock, now: () => time.now };
    const inventory = openInventory(moving, `page-view-${(count += 1)}`);
    await capture(inventory, draftOf('1', { status: 'In Progress' }));
    time.now += 60_000;
    const done = draftOf('1', { status: 'Done' });
    await inventory.execute(newId<CommandId>(time.now), 'item.observe', { draft: done }, { via: 'rule' });
    const view = await viewOf(at(done), inventory, moving);
    expect(view).toMatchObject({ kind: 'item', drift: { product: 'tool', status: 'Done' } });
  });

  it('offers the item that the page names in words, and those with the same words in their title', async () => {
    const inventory = freshInventory();
    const named = draftOf('1');
    await capture(inventory, { ...named, source: { ...named.source, label: 'OPS-1' } });
    await capture(inventory, draftOf('2', { title: 'Login redirect loses the page' }));
    const mail = mailOf({
      title: 'Re: Login redirect loses the page',
      mentions: { keys: [], names: ['ops-1'] },
    });
    expect(await viewOf(at(mail), inventory, clock)).toMatchObject({
      named: [{ title: 'Work 1' }],
      alike: [{ title: 'Login redirect loses the page' }],
    });
  });

  it('is a draft again for an item in the Trash, and shows that one', async () => {
    const inventory = freshInventory();
    const reply = await capture(inventory, draftOf('1'));
    const id = reply.ok ? reply.value.itemId : undefined;
    await inventory.execute(newId<CommandId>(NOW), 'item.delete', { id }, { via: 'ui' });
    expect(await viewOf(at(draftOf('1')), inventory, clock)).toMatchObject({
      kind: 'draft',
      trashed: { id },
    });
  });

  it('counts a list and how many of it are known', async () => {
    const inventory = freshInventory();
    await capture(inventory, draftOf('2'));
    const rows = ['1', '2', '3'].map((id) => draftOf(id));
    const list = draftOf('board', { page: 'list', rows });
    expect(await viewOf(at(list), inventory, clock)).toMatchObject({
      kind: 'list',
      list: { rows: [{ state: 'new' }, { state: 'known' }, { state: 'new' }], isKept: false },
    });
  });

  it('names the tool of a list by what it lists', async () => {
    const list = draftOf('board', { page: 'list', rows: [draftOf('1')] });
    const ordinary = { ...list, source: { ...list.source, product: 'web' } };
    const view = await viewOf(at(ordinary), freshInventory(), clock);
    expect(view).toMatchObject({ kind: 'list', draft: { product: 'tool' } });
  });

  it('is closed with the reason where it cannot be read, with its item where one is known', async () => {
    const inventory = freshInventory();
    await capture(inventory, draftOf('1'));
    const record = recordOf(
      { problem: 'browser-page', title: 'Work 1', url: 'https://tool.example/1', draft: draftOf('1') },
      undefined,
    );
    expect(await viewOf(record, inventory, clock)).toMatchObject({
      kind: 'closed',
      problem: 'browser-page',
      item: { title: 'Work 1' },
    });
  });

  it('says for a while why the sidebar could not stand there, then what the page is', async () => {
    const inventory = freshInventory();
    const record = { ...at(draftOf('1')), refusal: { problem: 'no-frame' as const, until: NOW + 10 } };
    expect(await viewOf(record, inventory, clock)).toMatchObject({
      kind: 'closed',
      problem: 'no-frame',
      title: 'Work 1',
    });
    expect(await viewOf(record, inventory, { ...clock, now: () => NOW + 10 })).toMatchObject({
      kind: 'draft',
    });
  });
});
