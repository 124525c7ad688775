import { describe, expect, test } from 'vitest';
import type { EventData, LogEvent } from './event';
import { foldItem } from './fold-item';
import type { SourceKey } from './ids';

const keyOf = (id: string) => `jira|acme.example||${id}` as SourceKey; // the form that recognisers give
const source = (id: string) => ({
  product: 'jira',
  host: 'acme.example',
  scope: '',
  nativeId: id,
  kind: 'issue',
  key: keyOf(id),
});

/** A history of an item, one event a minute from 1000 on. */
function told(...facts: { [T in keyof EventData]: [T, EventData[T]] }[keyof EventData][]) {
  const events = facts.map(([t, d], place) => {
    const at = 1_000 + place;
    const hlc = `${String(at).padStart(16, '0')}-0000-d`;
    const envelope = { ws: 'me', dev: 'd', by: 'me', tz: 'UTC', ent: 'item', eid: 'i', v: 1, q: 'exact' };
    // Type and data belong together in each fact.
    return { ...envelope, id: `e${place}`, hlc, at, via: 'ui', t, d } as LogEvent;
  });
  const item = foldItem(events);
  if (!item) throw new Error('never created');
  return item;
}
const created = ['created', { title: 'A' }] as const;
const added = (id: string, more: Partial<EventData['source.add']> = {}) =>
  ['source.add', { source: source(id), url: `https://acme.example/browse/${id}`, ...more }] as const;

describe('a source', () => {
  test('knows since when it shows its status', () => {
    const { sources, stateAt } = told(
      [...created],
      [...added('A-1', { status: 'Open' })],
      ['observed', { key: keyOf('A-1'), status: 'Done' }],
      ['observed', { key: keyOf('A-1'), status: 'Done' }],
    );
    expect(stateAt).toBe(1_000);
    expect(sources[0]).toMatchObject({
      status: 'Done',
      statusAt: 1_002,
      firstSeenAt: 1_001,
      lastSeenAt: 1_003,
    });
  });

  test('that never showed a status knows no instant of it', () => {
    expect(told([...created], [...added('A-1')]).sources[0]?.statusAt).toBeUndefined();
  });

  test('that comes from another item keeps what was known of it there', () => {
    const moved = added('A-1', { status: 'Done', statusAt: 7, seenAt: 9, way: 'search', quote: 'Please do' });
    expect(told([...created], [...moved]).sources[0]).toMatchObject({
      statusAt: 7,
      lastSeenAt: 9,
      way: 'search',
      quote: 'Please do',
    });
  });

  test('that took the place of another stands before it', () => {
    const { sources } = told(
      [...created],
      [...added('A-1')],
      [...added('MAIL')],
      [...added('B-9', { aliases: [keyOf('A-1')] })],
    );
    expect(sources.map(({ nativeId }) => nativeId)).toEqual(['B-9', 'A-1', 'MAIL']);
  });

  test('remembers the way that led to it, which is no sight of it', () => {
    const { sources } = told(
      [...created],
      [...added('A-1')],
      ['observed', { key: keyOf('A-1'), way: 'search' }],
    );
    expect(sources[0]).toMatchObject({ way: 'search', lastSeenAt: 1_001 });
  });

  test('keeps its aliases and ways away from the item', () => {
    const item = told(
      [...created],
      [...added('A-1')],
      [
        'observed',
        {
          key: keyOf('A-1'),
          aliases: [keyOf('10001')],
          ways: [{ by: 'search', url: 'https://acme.example/' }],
        },
      ],
    );
    expect(item.sources[0]).toMatchObject({ aliases: [keyOf('10001')], ways: [{ by: 'search' }] });
    expect(item).not.toHaveProperty('aliases');
    expect(item).not.toHaveProperty('ways');
  });

  test('tells only fields that a page may tell', () => {
    const forged = { key: keyOf('A-1'), id: 'other', state: 'done', title: 'B' };
    const item = told([...created], [...added('A-1')], ['observed', forged]);
    expect(item).toMatchObject({ id: 'i', state: 'triage', title: 'B' });
  });
});

test('saying the state again, too, is when it was last said', () => {
  expect(told([...created], ['state', { to: 'triage' }], ['state', { to: 'ready' }]).stateAt).toBe(1_002);
});
