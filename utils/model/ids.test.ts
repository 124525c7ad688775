import { expect, test } from 'vitest';
import { idFrom, instantOf, isUuid, newId, type CommandId } from './ids';

test('an id is a UUIDv7 whose text sorts by its instant', () => {
  const ids = [1, 1_700_000_000_000, 1_800_000_000_000, 2 ** 47].map((at) => newId<string>(at));
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test('ids that follow from a command are UUIDv7s of its instant, the same each time and none like another', () => {
  const commands = [newId<CommandId>(7), '00000000-0007-7fff-bfff-ffffffffffff' as CommandId];
  for (const command of commands) {
    const make = () => [1, 2, 3, 200].map((count) => idFrom<string>(command, 1_800_000_000_000, count));
    expect(make()).toEqual(make());
    expect(make().every(isUuid)).toBe(true);
    expect(new Set([...make(), command]).size).toBe(5);
    expect(make().map(instantOf)).toEqual(Array(4).fill(1_800_000_000_000));
  }
});

test('ids of the same instant differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newId<string>(5))).size).toBe(1_000);
});

test.each([
  '',
  '019ce146-3280-4631-99a2-33dbc32bcda4',
  'x'.repeat(36),
  null,
  '019CE146-3280-7631-99A2-33DBC32BCDA4',
])('%s is no id', (text) => {
  expect(isUuid(text)).toBe(false);
});
