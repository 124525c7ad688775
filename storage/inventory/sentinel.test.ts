import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId, type CommandId } from '@/utils/model/ids';
import { readJournal, removeEntries, stored, type Entry } from './journal';
import { DATABASE } from './schema';
import { isFewer, readSentinel, shelfOf, writeSentinel, type Sentinel, type Told } from './sentinel';

const SENTINEL: Sentinel = {
  ...{ name: 'a', lineage: 'line', dev: 'd1', schema: 2, generation: 3, items: 10, events: 20, hlc: 'h' },
  ...{ at: 1, n: 5, journalled: 0, journalLength: 0, kept: 0, aside: [{ name: 'old', at: 1 }] },
  snapshot: { name: 's', sha256: 'x', items: 1, events: 2, hlc: 'h', at: 1 },
};
const HEAD: Told = { lineage: 'line', generation: 3, items: 10, events: 20, hlc: 'h' };
const shelf = shelfOf('one');

beforeEach(() => fakeBrowser.storage.local.clear());

describe('what a database has less than its sentinel says', () => {
  test.each<[string, { [F in keyof Told]?: Told[F] | undefined }, boolean]>([
    ['as much', {}, false],
    ['an event less', { events: 19 }, true],
    ['an event less but more items', { events: 19, items: 11 }, true],
    ['an event more', { events: 21 }, false],
    ['an event more and fewer items, as after an undo', { events: 21, items: 9 }, false],
    ['as many events and an item less', { items: 9 }, true],
    ['as many events and an item more', { items: 11 }, false],
    ['the log of another inventory', { lineage: 'other', events: 900, items: 900 }, true],
    ['a log that has no lineage yet', { lineage: undefined }, false],
    ['a log put there on purpose, however short', { generation: 4, events: 1, items: 1 }, false],
    ['the log from before that', { generation: 2, events: 19 }, true],
    ['a log from before logs were replaced', { generation: undefined, events: 19 }, true],
  ])('%s', (_, by, isLess) => {
    // As a head row that was stored: what is undefined is not there at all.
    const head = JSON.parse(JSON.stringify({ ...HEAD, ...by }));
    expect(isFewer(SENTINEL, head)).toBe(isLess);
  });

  test('nothing at all is less than something, and as much as nothing', () => {
    expect(isFewer(SENTINEL, undefined)).toBe(true);
    expect(isFewer({ ...SENTINEL, events: 1 }, undefined)).toBe(true);
    expect(isFewer({ ...SENTINEL, events: 0 }, undefined)).toBe(false);
  });
});

describe('the sentinel', () => {
  test('lies where it always lay: a version that looked elsewhere would find none', () => {
    expect(shelfOf(DATABASE)).toEqual({ base: DATABASE, sentinelKey: 'sentinel', journalPrefix: 'j:' });
    expect(shelf).toEqual({ base: 'one', sentinelKey: 'one/sentinel', journalPrefix: 'one/j:' });
  });

  test('is read as it was written', async () => {
    expect(await readSentinel(shelf)).toBeUndefined();
    await writeSentinel(shelf, SENTINEL);
    expect(await readSentinel(shelf)).toEqual(SENTINEL);
    expect(await readSentinel(shelfOf('two'))).toBeUndefined();
  });

  test.each(Object.keys(SENTINEL))('is none where its %s makes no sense', async (field) => {
    await fakeBrowser.storage.local.set({ [shelf.sentinelKey]: { ...SENTINEL, [field]: null } });
    expect(await readSentinel(shelf)).toBeUndefined();
  });

  test.each<[string, object]>([
    ['counts fewer than nothing', { items: -1 }],
    ['counts parts of events', { events: 1.5 }],
    ['has a name without end', { name: 'x'.repeat(201) }],
    ['names what was set aside by no name', { aside: [{ at: 1 }] }],
    ['names a snapshot by no name', { snapshot: { at: 1 } }],
    ['has a last command that is none', { last: 'x' }],
  ])('that %s is none', async (_, by) => {
    await fakeBrowser.storage.local.set({ [shelf.sentinelKey]: { ...SENTINEL, ...by } });
    expect(await readSentinel(shelf)).toBeUndefined();
  });
});

describe('the journal', () => {
  const entry = (n: number, by: Partial<Entry> = {}): Entry => ({
    ...{ id: newId<CommandId>(n), name: 'undo', payload: { n }, context: { via: 'ui' } },
    ...{ at: 1_000 - n, zone: 'UTC', n, lineage: 'line' },
    ...by,
  });
  const put = (...entries: Entry[]) =>
    fakeBrowser.storage.local.set(Object.assign({}, ...entries.map((each) => stored(shelf, each))));

  test('is read in the order it was written in, also where the clock went back', async () => {
    const three = [entry(3), entry(1), entry(2)];
    await put(...three);
    expect((await readJournal(shelf)).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(await readJournal(shelf)).toContainEqual(three[0]);
  });

  test.each(['ui', 'capture', 'rule'] as const)(
    'keeps that a command came by %s, and for whom',
    async (via) => {
      const given = entry(1, { context: { via, me: 'Ana' }, kept: true });
      await put(given);
      expect(await readJournal(shelf)).toEqual([given]);
    },
  );

  test('of another inventory, and whatever else lies there, is left alone', async () => {
    const id = newId<CommandId>(9);
    const { id: _, ...rest } = entry(9);
    await fakeBrowser.storage.local.set({
      ...stored(shelfOf('two'), entry(1)),
      [`one/k:${id}`]: rest,
      'one/j:no-id': rest,
      [`one/j:${id}`]: 'torn {',
      [`one/j:${newId(10)}`]: { ...rest, name: 'item.explode' },
      [`one/j:${newId(11)}`]: { ...rest, context: { via: 'magic' } },
      [`one/j:${newId(12)}`]: { ...rest, context: {} },
      [`one/j:${newId(13)}`]: 7,
    });
    expect(await readJournal(shelf)).toEqual([]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).toHaveLength(8);
  });

  test('has entries of an older version as they were', async () => {
    const { id, ...old } = entry(1);
    await fakeBrowser.storage.local.set({ [`one/j:${id}`]: old });
    expect(await readJournal(shelf)).toEqual([{ ...old, id }]);
  });

  test('gives up the entries that are named, and no other', async () => {
    const [a, b] = [entry(1), entry(2)];
    await put(a, b);
    await removeEntries(shelf, []);
    expect(await readJournal(shelf)).toHaveLength(2);
    await removeEntries(shelf, [a.id]);
    expect(await readJournal(shelf)).toEqual([b]);
  });
});
