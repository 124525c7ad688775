import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openInventory } from '@/storage/inventory';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import { type CommandId, newId, type SourceKey } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createObserver } from './observe';

const MINUTE = 60_000;
let count = 0;

const draftOf = (id: string, more: object = {}): Draft =>
  v.parse(DraftSchema, {
    title: 'Fix the login',
    url: `https://tool.example/${id}`,
    source: {
      ...{ product: 'tool', host: 'tool.example', scope: '', nativeId: id, kind: 'issue', label: id },
      key: `tool|tool.example||${id}`,
    },
    page: 'item',
    witnesses: [],
    ...more,
  });

async function bench() {
  const time = { now: Date.parse('2026-11-23T10:00:00Z') };
  const clock = { now: () => time.now, zone: () => 'UTC' };
  const inventory = openInventory(clock, `observe-${(count += 1)}`);
  const carryOut = async (name: Parameters<typeof inventory.execute>[1], payload: unknown) => {
    time.now += MINUTE;
    const reply = await inventory.execute(newId<CommandId>(time.now), name, payload, { via: 'ui' });
    return reply.ok ? reply.value.itemId : undefined;
  };
  const observer = createObserver(inventory, { note: async () => undefined }, clock);
  const seen = async (draft: Draft) => {
    time.now += MINUTE;
    await observer.seen(7, draft);
  };
  const id = await carryOut('item.capture', {
    draft: draftOf('OLD-1', { status: 'Open', dueDay: '2026-12-01' }),
  });
  if (!id) throw new Error('the item was not captured');
  const card = () => inventory.view('item', { id }, USUAL_SETTINGS);
  return { time, inventory, carryOut, observer, seen, id, card };
}

describe('walking past a known page', () => {
  it('takes down what has changed there, and drift with it', async () => {
    const { seen, card } = await bench();
    await seen(draftOf('OLD-1', { status: 'Closed', dueDay: '2026-12-08' }));
    const item = await card();
    expect(item?.item).toMatchObject({ dueDay: '2026-12-08', sources: [{ status: 'Closed' }] });
    expect(item?.row.drift).toMatchObject({ product: 'tool', status: 'Closed', over: true });
  });

  it('never overwrites what the person has set, nor is it undone by undo', async () => {
    const { seen, card, carryOut, id } = await bench();
    await carryOut('item.edit', { id, changes: { dueDay: '2026-12-24' } });
    await seen(draftOf('OLD-1', { status: 'Closed', dueDay: '2026-12-08' }));
    expect((await card())?.item.dueDay).toBe('2026-12-24');
    await carryOut('undo', {});
    expect((await card())?.item).toMatchObject({ dueDay: '2026-12-01', sources: [{ status: 'Closed' }] });
  });

  it.each(['stale-page', 'witnesses-disagree', 'unbound'] as const)(
    'takes nothing from a page that may be another item’s (%s)',
    async (check) => {
      const { seen, card } = await bench();
      await seen(draftOf('OLD-1', { status: 'Closed', check }));
      expect((await card())?.item.sources).toMatchObject([{ status: 'Open' }]);
    },
  );

  it('makes no item of a page that is not known', async () => {
    const { seen, inventory } = await bench();
    await seen(draftOf('NEW-9'));
    expect((await inventory.counts()).triage).toBe(1);
  });
});

describe('an item that was opened from here', () => {
  const key = 'tool|tool.example||OLD-1' as SourceKey; // the key that draftOf makes

  it('and is called otherwise now keeps both names', async () => {
    const { observer, seen, inventory, card, id } = await bench();
    await observer.sent(7, { id, key, by: 'address' });
    await seen(draftOf('NEW-5'));
    expect((await card())?.sources.map((source) => source.label)).toEqual(['NEW-5', 'OLD-1']);
    expect((await inventory.bySource('tool|tool.example||NEW-5' as SourceKey))?.row.id).toBe(id); // as above
  });

  it('is not taken for another one that the person went on to', async () => {
    const { observer, seen, card, id } = await bench();
    await observer.sent(7, { id, key, by: 'address' });
    await seen(draftOf('NEW-5', { title: 'Something else' }));
    expect((await card())?.sources).toHaveLength(1);
  });

  it('is not taken for another one a good while later', async () => {
    const { observer, seen, card, id, time } = await bench();
    await observer.sent(7, { id, key, by: 'address' });
    time.now += 5 * MINUTE;
    await seen(draftOf('NEW-5'));
    expect((await card())?.sources).toHaveLength(1);
  });

  it('remembers the way that led to it', async () => {
    const { observer, time, seen, card, id } = await bench();
    await observer.sent(7, { id, key, by: 'address' });
    time.now -= MINUTE - 1_000;
    await seen(draftOf('OLD-1'));
    expect((await card())?.sources).toMatchObject([{ way: 'address' }]);
  });
});
