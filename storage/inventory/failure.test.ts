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
  [named('UnknownError', 'SQLITE_FULL: database or disk is full'), 'disk-full'],
  [named('UnknownError', 'sqlite_full'), 'disk-full'],
  [named('UnknownError', 'the Disk is Full'), 'disk-full'],
  [named('UnknownError', 'disk full'), 'disk-full'],
  [named('UnknownError', 'NS_ERROR: FILE_ERROR_NO_SPACE'), 'disk-full'],
  [new Error('outer', { cause: named('QuotaExceededError') }), 'disk-full'],
  [new Error('outer', { cause: 'no error' }), 'storage'],
  // What the person was refused counts before what broke because of it.
  [named('AbortError', 'disk full', new Refused('no-item')), 'no-item'],
  [named('QuotaExceededError', '', new NotOpen()), 'recovery'],
  [named('UnknownError', 'The disk is fine, the full backup too'), 'storage'],
  ['not even an error', 'storage'],
  [undefined, 'storage'],
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
  [named('DataError', 'backing store'), false],
  [named('AbortError', '', named('DatabaseClosedError')), true],
  ['not even an error', false],
])('after %s a new connection is tried: %s', (error, isTried) => {
  expect(isConnectionLost(error)).toBe(isTried);
});

test('errors that cause each other in a circle are read once', () => {
  const circle = named('AbortError');
  Object.assign(circle, { inner: circle });
  expect(refusalOf(circle)).toBe('storage');
});

test('what is thrown on purpose says in words what it is', () => {
  expect(new NewerDatabase().message).toMatch(/newer version.*nothing was changed/);
  expect(new NotOpen().message).toMatch(/not open/);
  expect(String(new NewerDatabase())).toMatch(/^NewerDatabase: /);
});
