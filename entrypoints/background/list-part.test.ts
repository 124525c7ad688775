import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openInventory } from '@/storage/inventory';
import { type Draft, type DraftRow, DraftSchema } from '@/utils/model/draft';
import { type CommandId, newId } from '@/utils/model/ids';
import { createObserver, memoryOf } from './observe';
import { listPartOf } from './list-part';
import { recordOf } from './page-record';

const MONDAY = Date.parse('2026-11-23T10:00:00Z');
const TWO_DAYS = 2 * 24 * 60 * 60_000;
let count = 0;

const source = (id: string) => ({
  ...{ product: 'tool', host: 'tool.example', scope: '', nativeId: id, kind: 'issue' },
  key: `tool|tool.example||${id}`,
});
const row = (id: string, more: object = {}) => ({
  title: `Work ${id}`,
  url: `https://tool.example/${id}`,
  source: source(id),
  ...more,
});
const listOf = (rows: object[], more: object = {}): Draft =>
  v.parse(DraftSchema, {
    title: 'Issues',
    url: 'https://tool.example/issues',
    source: { ...source('/issues'), product: 'web', key: 'web|tool.example||/issues', kind: 'list' },
    page: 'list',
    witnesses: [],
    rows,
    ...more,
  });
const rowsOf = (list: Draft): DraftRow[] => list.rows ?? [];

function bench() {
  const time = { now: MONDAY };
  const clock = { now: () => time.now, zone: () => 'UTC' };
  const inventory = openInventory(clock, `list-part-${(count += 1)}`);
  const carryOut = (name: Parameters<typeof inventory.execute>[1], payload: unknown) =>
    inventory.execute(newId<CommandId>(time.now), name, payload, { via: 'ui' });
  const observer = createObserver(inventory, { note: async () => undefined }, clock);
  const part = async (list: Draft) => listPartOf(recordOf({ draft: list }, list.url), inventory, clock);
  const keep = (list: Draft) =>
    carryOut('list.keep', {
      key: list.source.key,
      title: list.title,
      url: list.url,
      rows: memoryOf(rowsOf(list)),
    });
  return { time, inventory, carryOut, observer, part, keep };
}

describe('a list of work on a page', () => {
  it('says of each row whether it is new, known or changed', async () => {
    const { carryOut, part } = bench();
    const first = listOf([row('1', { status: 'New' }), row('2', { status: 'New' })]);
    await carryOut('item.captureMany', { rows: first.rows });
    const now = listOf([row('1', { status: 'New' }), row('2', { status: 'Closed' }), row('3')]);
    expect((await part(now))?.rows.map(({ key, state }) => [key.at(-1), state])).toEqual([
      ['1', 'known'],
      ['2', 'changed'],
      ['3', 'new'],
    ]);
  });

  it('that is kept says what has gone and what has come since the visit before, and when that was', async () => {
    const { time, carryOut, observer, part, keep } = bench();
    const first = listOf([row('1'), row('2')]);
    await carryOut('item.captureMany', { rows: first.rows });
    await keep(first);
    time.now += TWO_DAYS;
    const now = listOf([row('2'), row('3')]);
    await observer.seen(7, now);
    const seen = await part(now);
    expect(seen).toMatchObject({ isKept: true, sinceDay: '2026-11-23' });
    expect(seen?.gone).toMatchObject([{ title: 'Work 1', item: { title: 'Work 1' } }]);
    expect(seen?.rows.map(({ isFresh }) => isFresh)).toEqual([false, true]);
  });

  it('read again within one visit still compares with the visit before', async () => {
    const { time, observer, part, keep } = bench();
    await keep(listOf([row('1'), row('2')]));
    time.now += TWO_DAYS;
    const now = listOf([row('2'), row('3')]);
    await observer.seen(7, now);
    time.now += 60_000;
    await observer.seen(7, now);
    expect((await part(now))?.gone.map(({ title }) => title)).toEqual(['Work 1']);
  });

  it('that is there only in part never says that a row has gone', async () => {
    const { time, observer, part, keep } = bench();
    await keep(listOf([row('1'), row('2')]));
    time.now += TWO_DAYS;
    const now = listOf([row('2')], { isPartial: true });
    await observer.seen(7, now);
    expect(await part(now)).toMatchObject({ gone: [], isPartial: true });
  });

  it('that is not kept has no memory', async () => {
    const { part, observer } = bench();
    const list = listOf([row('1')]);
    await observer.seen(7, list);
    expect(await part(list)).toMatchObject({ isKept: false, gone: [], sinceDay: undefined });
  });
});
