import { describe, expect, test } from 'vitest';
import type { LogEvent } from './event';
import { foldItem } from './fold-item';

let count = 0;
const event = (t: LogEvent['t'], d: object, more: Partial<LogEvent> = {}): LogEvent => {
  count += 1;
  const hlc = `${String(1_773_306_000_000 + count).padStart(16, '0')}-0000-d`;
  // Type and data belong together where the tests call this.
  return {
    id: `e${count}`,
    ws: 'me',
    dev: 'd',
    by: 'me',
    hlc,
    at: 1_773_306_000_000 + count,
    tz: 'Europe/Berlin',
    ent: 'item',
    eid: 'i',
    t,
    d,
    v: 1,
    via: 'ui',
    q: 'exact',
    ...more,
  } as LogEvent;
};
const at = (instant: string) => ({ at: Date.parse(instant) });

describe('an item told by its events', () => {
  test('is the same in whatever order they arrive', () => {
    const events = [
      event('created', { title: 'A' }),
      event('state', { to: 'started' }),
      event('set', { field: 'title', to: 'B' }),
      event('state', { to: 'done' }),
    ];
    expect(foldItem(events.toReversed())).toEqual(foldItem(events));
  });

  test('a late event takes its place in history instead of the last word', () => {
    const created = event('created', { title: 'A' }, at('2026-03-02T08:00Z'));
    const done = event('state', { to: 'done' }, at('2026-03-10T08:00Z'));
    const lateStart = event('state', { to: 'started' }, at('2026-03-04T08:00Z'));
    expect(foldItem([created, done, lateStart])).toMatchObject({
      state: 'done',
      startedDay: '2026-03-04',
      finishedDay: '2026-03-10',
    });
  });

  test('a start at half past eleven at night in London is the next day in Berlin', () => {
    const events = [
      event('created', { title: 'A' }, at('2026-03-03T10:00Z')),
      event('state', { to: 'started' }, at('2026-03-04T23:30Z')),
    ];
    expect(foldItem(events)?.startedDay).toBe('2026-03-05');
  });

  test('an undo takes an event back, a redo brings it again, and an undo of that takes it back again', () => {
    const created = event('created', { title: 'A' });
    const set = event('set', { field: 'title', to: 'B' });
    const undo = event('set', {}, { undoOf: set.id });
    const redo = event('set', {}, { undoOf: undo.id });
    const again = event('set', {}, { undoOf: set.id });
    expect(foldItem([created, set, undo])?.title).toBe('A');
    expect(foldItem([created, set, undo, redo])?.title).toBe('B');
    expect(foldItem([created, set, undo, redo, again])?.title).toBe('A');
  });

  test('is not there when its creation was taken back', () => {
    const created = event('created', { title: 'A' });
    expect(foldItem([created, event('created', {}, { undoOf: created.id })])).toBeUndefined();
    expect(foldItem([event('state', { to: 'done' })])).toBeUndefined();
  });

  test('a field that no item has is left alone', () => {
    expect(
      foldItem([event('created', { title: 'A' }), event('set', { field: 'id', to: 'other' })]),
    ).toMatchObject({ id: 'i' });
  });

  test('finishing again after reopening moves the finish, not the start', () => {
    const events = [
      event('created', { title: 'A' }, at('2026-03-01T08:00Z')),
      event('state', { to: 'started' }, at('2026-03-05T08:00Z')),
      event('state', { to: 'done' }, at('2026-03-06T08:00Z')),
      event('state', { to: 'started' }, at('2026-03-09T08:00Z')),
      event('state', { to: 'done' }, at('2026-03-11T08:00Z')),
    ];
    expect(foldItem(events)).toMatchObject({ startedDay: '2026-03-05', finishedDay: '2026-03-11' });
  });
});
