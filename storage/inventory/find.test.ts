import { describe, expect, test } from 'vitest';
import type { Day } from '@/utils/model/day';
import type { SourceKey } from '@/utils/model/ids';
import { freshInventory, ticket } from '@/tests/support/inventory';

const keyOf = (id: string) => `redmine|tracker.example||${id}` as SourceKey; // the form that recognisers give

const day = (text: string) => text as Day; // a day that exists

describe('what a page names', () => {
  test('is found by keys and aliases, each under the key that was asked for', async () => {
    const { done, inventory } = await freshInventory();
    const a = await done('item.capture', {
      draft: ticket(1, { status: 'Open', aliases: [keyOf('uuid-1')] }),
    });
    const b = await done('item.capture', { draft: ticket(2) });
    const trashed = await done('item.capture', { draft: ticket(3) });
    await done('item.delete', { id: trashed });
    const asked = [keyOf('uuid-1'), keyOf('2'), keyOf('2'), keyOf('3'), keyOf('99')];
    expect((await inventory.byKeys(asked)).map(({ key, row }) => [key, row.id])).toEqual([
      [keyOf('uuid-1'), a],
      [keyOf('2'), b],
    ]);
    expect(await inventory.byKeys([keyOf('1')])).toMatchObject([{ status: 'Open', source: keyOf('1') }]);
    expect(await inventory.byKeys([])).toEqual([]);
  });

  test('says of a due day that the person set it', async () => {
    const { done, inventory } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(1) });
    expect(await inventory.byKeys([keyOf('1')])).toMatchObject([{ isDueEdited: false }]);
    await done('item.edit', { id, changes: { dueDay: day('2026-04-01') } });
    expect(await inventory.byKeys([keyOf('1')])).toMatchObject([{ isDueEdited: true }]);
  });

  test('is looked for among its first five hundred links', async () => {
    const { done, inventory } = await freshInventory();
    await done('item.capture', { draft: ticket(1) });
    const others = Array.from({ length: 500 }, (_, number) => keyOf(`x${number}`));
    expect(await inventory.byKeys([...others, keyOf('1')])).toEqual([]);
    expect(await inventory.byKeys([keyOf('1'), ...others])).toHaveLength(1);
  });

  test('is found by its name in any case of letters, also where the source got it later', async () => {
    const { done, inventory } = await freshInventory();
    const draft = ticket(1);
    const id = await done('item.capture', {
      draft: { ...draft, source: { ...draft.source, label: 'Owner/Repo#12' } },
    });
    expect((await inventory.byNames(['owner/repo#12', 'ACME-1'])).map((row) => row.id)).toEqual([id]);
    await done('item.delete', { id });
    expect(await inventory.byNames(['owner/repo#12'])).toEqual([]);
    expect(await inventory.byNames([])).toEqual([]);
  });

  test('is found by a source’s aliases, those asked for and those that it has', async () => {
    const { done, inventory } = await freshInventory();
    const id = await done('item.capture', { draft: ticket(1, { aliases: [keyOf('uuid-1')] }) });
    expect((await inventory.bySource(keyOf('uuid-1')))?.row.id).toBe(id);
    expect(await inventory.bySource(keyOf('50'), [keyOf('uuid-1')])).toMatchObject({
      row: { id },
      source: keyOf('1'),
    });
    expect(await inventory.bySource(keyOf('50'), [keyOf('1')])).toMatchObject({ row: { id } });
    expect(await inventory.bySource(keyOf('50'), [keyOf('uuid-9')])).toBeUndefined();
  });
});

describe('look-alikes', () => {
  test('are items with the same words, whatever mail and trackers put before them', async () => {
    const { done, inventory } = await freshInventory();
    const mail = await done('item.capture', { draft: ticket(1, { title: 'AW: Repair the label printers' }) });
    const typed = await done('item.add', { title: 'Repair the label printers!' });
    await done('item.add', { title: 'Repair the label printers in hall 3' });
    const found = async (except?: typeof mail) =>
      (await inventory.alike('[ACME-1] Repair the label printers', except)).map((row) => row.id);
    expect(new Set(await found())).toEqual(new Set([mail, typed]));
    expect(await found(mail)).toEqual([typed]);
    await done('item.delete', { id: typed });
    expect(await found(mail)).toEqual([]);
  });

  test('follow the title', async () => {
    const { done, inventory } = await freshInventory();
    const id = await done('item.add', { title: 'Repair the label printers' });
    await done('item.edit', { id, changes: { title: 'Something else entirely' } });
    expect(await inventory.alike('Repair the label printers')).toEqual([]);
    expect(await inventory.alike('something else, entirely')).toHaveLength(1);
  });

  test('are at most five', async () => {
    const { done, inventory } = await freshInventory();
    for (let count = 0; count < 8; count += 1) await done('item.add', { title: 'Repair the label printers' });
    expect(await inventory.alike('Repair the label printers')).toHaveLength(5);
  });
});

describe('tools', () => {
  test('are counted with their hosts, an item of several sources once', async () => {
    const { done, inventory } = await freshInventory();
    const draft = ticket(9);
    const elsewhere = {
      ...draft,
      source: { ...draft.source, host: 'other.example', key: 'redmine|other.example||9' as SourceKey }, // the same form
    };
    const file = { ...draft.source, product: 'web', host: '', key: 'web|||/notes.html' as SourceKey }; // the same form
    const id = await done('item.capture', { draft: ticket(1) });
    await done('item.capture', { draft: ticket(2), attachTo: id });
    await done('item.capture', { draft: elsewhere });
    await done('item.capture', { draft: { ...draft, source: file } });
    expect(await inventory.toolCounts()).toEqual([
      { product: 'redmine', hosts: ['other.example', 'tracker.example'], items: 2 },
      { product: 'web', hosts: [''], items: 1 },
    ]);
    expect(await inventory.hosts()).toEqual(['other.example', 'tracker.example']);
  });

  test('no item, no host', async () => {
    const { inventory } = await freshInventory();
    expect([await inventory.hosts(), await inventory.toolCounts()]).toEqual([[], []]);
  });
});
