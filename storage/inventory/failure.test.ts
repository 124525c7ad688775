import { expect, test } from 'vitest';
import { isConnectionLost, NewerDatabase, NotOpen, refusalOf } from './failure';
import { Refused } from './verbs/verb';

const named = (name: string, message = '', inner?: Error): Error =>
  Object.assign(new Error(message), { name, ...(inner && { inner }) });

test.each([
  [named('AbortError', '', named('QuotaExceededError')), 'disk-full'],
  [named('BulkError', '', named('AbortError', '', named('QuotaExceededError'))), 'disk-full'],
  [named('ConstraintError', 'Maximum key generator value reached'), 'disk-full'],
  [named('InvalidStateError', 'The database connection is closing'), 'storage'],
  [named('UnknownError', 'Internal error opening backing store'), 'storage'],
  [named('UnknownError', 'IO error: .../000005.ldb: No space left on device'), 'disk-full'],
  [named('DatabaseClosedError', '', named('AbortError', '', named('QuotaExceededError'))), 'disk-full'],
  [named('TransactionInactiveError'), 'storage'],
  [named('NotFoundError'), 'storage'],
  [new NotOpen(), 'recovery'],
  [named('VersionError'), 'newer-database'],
  [new NewerDatabase(), 'newer-database'],
  [named('AbortError', '', new Refused('no-item')), 'no-item'],
  ['not even an error', 'storage'],
])('%s is told as %s', (error, code) => {
  expect(refusalOf(error)).toBe(code);
});

test.each([
  [named('InvalidStateError', 'The database connection is closing'), true],
  [named('DatabaseClosedError'), true],
  [named('TransactionInactiveError'), true],
  [named('NotFoundError', 'One of the specified object stores was not found.'), true],
  [named('UnknownError', 'Internal error opening backing store for indexedDB.open.'), true],
  [named('UnknownError', 'The user denied permission to access the database.'), false],
  [named('AbortError', '', named('QuotaExceededError')), false],
  [named('DatabaseClosedError', '', named('QuotaExceededError')), false],
  [new NotOpen(), false],
])('after %s a new connection is tried: %s', (error, isTried) => {
  expect(isConnectionLost(error)).toBe(isTried);
});

test('errors that cause each other in a circle are read once', () => {
  const circle = named('AbortError');
  Object.assign(circle, { inner: circle });
  expect(refusalOf(circle)).toBe('storage');
});
