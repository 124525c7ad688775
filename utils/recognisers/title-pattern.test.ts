import { expect, test } from 'vitest';
import { matchTitle } from './title-pattern';

const read = (pattern: string, raw: string) => matchTitle(pattern, raw, (text) => text === '#12');

test('an end with a separator in it is told by the id before it', () => {
  const pattern = '{title} - {} {id} - {}';
  const plain = 'Sort the crates - User Story #12 - Rollout';
  expect(read(pattern, plain)).toEqual({ title: 'Sort the crates', agrees: true });
  expect(read(pattern, `${plain} - Night shift`)).toEqual({ title: 'Sort the crates', agrees: true });
  expect(read(pattern, 'Sort - the crates - User Story #12 - Rollout')?.title).toBe('Sort - the crates');
});

test('an id of another item does not agree', () => {
  expect(read('{title} ({id}) · {}', 'Sort the crates (#13) · Rollout')).toEqual({
    title: 'Sort the crates',
    agrees: false,
  });
});

test('an end without an id is as short as it can be, and a guess', () => {
  expect(read('{title} - {} - Desk', 'Sort - the crates - Rollout - Desk')).toEqual({
    title: 'Sort - the crates',
    rest: 'Sort - the crates - Rollout',
  });
});

test('a title of another form is none', () => {
  expect(read('{title} - {} - Desk', 'Sort the crates - Rollout')).toBeUndefined();
  expect(read('{id} {title}', '#12 ')).toBeUndefined();
});
