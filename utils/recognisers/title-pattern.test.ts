import { expect, test } from 'vitest';
import { isNamed, matchTitle } from './title-pattern';

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

test('a word in the place of the id is no id, and the title has another form', () => {
  expect(read('{id} {title}', 'Sort the crates')).toBeUndefined();
});

test('an id of another form than the item’s names says nothing', () => {
  const isOwn = (text: string) => isNamed(text, ['86c89q1tt', '#12']);
  expect(matchTitle('{title} | {id}', 'Sort the crates | DEV-7', isOwn)).toEqual({
    title: 'Sort the crates',
  });
  expect(matchTitle('{title} | {id}', 'Sort the crates | 86c89q1zz', isOwn)?.agrees).toBe(false);
  expect(isNamed('DEV-7', ['DEV-8'])).toBe(false);
  expect(isNamed('Story 7', ['8'])).toBeUndefined();
});
