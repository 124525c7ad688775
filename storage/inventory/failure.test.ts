import { expect, test } from 'vitest';
import { isConnectionLost, NewerDatabase, refusalOf } from './failure';
import { Refused } from './verbs/verb';

const named = (name: string, message = '', inner?: Error): Error =>
  Object.assign(new Error(message), { name, ...(inner && { inner }) });

test.each([
  [named('AbortError', '', named('QuotaExceededError')), 'disk-full'],
  [named('BulkError', '', named('AbortError', '', named('QuotaExceededError'))), 'disk-full'],
  [named('ConstraintError', 'Maximum key generator value reached'), 'disk-full'],
  [named('InvalidStateError', 'The database connection is closing'), 'storage'],
  [named('UnknownError', 'Internal error opening backing store'), 'storage'],
  [named('VersionError'), 'newer-database'],
  [new NewerDatabase(), 'newer-database'],
  [named('AbortError', '', new Refused('no-item')), 'no-item'],
  ['not even an error', 'storage'],
])('%s is told as %s', (error, code) => {
  expect(refusalOf(error)).toBe(code);
});

test('a closing connection is tried again, a full disk is not', () => {
  expect(isConnectionLost(named('InvalidStateError', 'The database connection is closing'))).toBe(true);
  expect(isConnectionLost(named('AbortError', '', named('QuotaExceededError')))).toBe(false);
});

test('errors that cause each other in a circle are read once', () => {
  const circle = named('AbortError');
  Object.assign(circle, { inner: circle });
  expect(refusalOf(circle)).toBe('storage');
});
