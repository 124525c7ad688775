import { describe, expect, it } from 'vitest';
import type { SourceKey } from '@/utils/model/ids';
import type { Item, ItemSource, State } from '@/utils/model/item';
import { driftOf, statusSays } from './drift';

const keyOf = (id: string) => `redmine|tracker.example||${id}` as SourceKey; // the form that recognisers give

const source = (status: string | undefined, statusAt: number | undefined, more: Partial<ItemSource> = {}) =>
  ({ key: keyOf('7'), product: 'redmine', host: 'tracker.example', status, statusAt, ...more }) as ItemSource; // what drift reads

/** An item whose state was last said at 100. */
const item = (state: State, sources: ItemSource[], more: Partial<Item> = {}) =>
  ({ state, sources, stateAt: 100, createdAt: 1, ...more }) as Item; // what drift reads

describe('drift', () => {
  it('is closed there and still open here', () => {
    expect(driftOf(item('started', [source('Done', 101)]))).toMatchObject({
      over: true,
      status: 'Done',
      since: 101,
    });
    expect(driftOf(item('ready', [source('Geschlossen', 101)]))).toMatchObject({ over: true });
  });

  it('is open there again and done here', () => {
    expect(driftOf(item('done', [source('Reopened', 101)]))).toMatchObject({ over: false });
    expect(driftOf(item('canceled', [source('In Bearbeitung', 101)]))).toMatchObject({ over: false });
  });

  it('is not what the source showed when the state was last said', () => {
    expect(driftOf(item('started', [source('Done', 100)]))).toBeUndefined();
    expect(driftOf(item('done', [source('In Progress', 99)]))).toBeUndefined();
  });

  it('is not where both say the same', () => {
    expect(driftOf(item('started', [source('In Review', 101)]))).toBeUndefined();
    expect(driftOf(item('canceled', [source('Closed', 101)]))).toBeUndefined();
  });

  it('is nothing where the word is unknown or missing', () => {
    expect(driftOf(item('started', [source('Weird State', 101)]))).toBeUndefined();
    expect(driftOf(item('started', [source(undefined, undefined)]))).toBeUndefined();
  });

  it('is nothing that matters of items in the trash or merged into others', () => {
    expect(driftOf(item('started', [source('Done', 101)], { trashedAt: 102 }))).toBeUndefined();
    expect(
      driftOf(item('started', [source('Done', 101)], { mergedInto: 'other' as Item['id'] })),
    ).toBeUndefined();
  });

  it('is told by the source that disagreed last', () => {
    const sources = [
      source('Done', 101),
      source('Merged', 105, { key: keyOf('8') }),
      source('Open', 109, { key: keyOf('9') }),
    ];
    expect(driftOf(item('started', sources))).toMatchObject({ status: 'Merged', since: 105 });
  });

  it('is not told by a source whose place another took', () => {
    const sources = [source('Open', 90, { key: keyOf('9'), aliases: [keyOf('7')] }), source('Done', 101)];
    expect(driftOf(item('started', sources))).toBeUndefined();
  });
});

describe('a status', () => {
  it('reads curly apostrophes as straight ones, and any case', () => {
    expect(statusSays('Won’t Do')).toBe('over');
    expect(statusSays(' IN PROGRESS ')).toBe('ongoing');
  });
});
