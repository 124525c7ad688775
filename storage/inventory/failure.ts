import type { Refusal } from '@/utils/messaging/commands';
import { Refused } from './verbs/verb';

/** The inventory was written by a newer version; this one neither reads nor changes it. */
export class NewerDatabase extends Error {
  constructor() {
    super(
      'This inventory was written by a newer version of Throughline. Update the extension; nothing was changed.',
    );
    this.name = 'NewerDatabase';
  }
}

/** The inventory cannot be asked now: it is in recovery, held by another window, being upgraded, or the disk is full. */
export class NotOpen extends Error {
  constructor() {
    super('The inventory is not open.');
    this.name = 'NotOpen';
  }
}

const FULL = ['no space left on device', 'disk is full', 'sqlite_full', 'file_error_no_space', 'disk full'];

/**
 * What an error of the database means to the person. Databases wrap: a full disk comes as AbortError or BulkError with
 * the cause inside, so the whole chain is read (reference: safety, finding 13).
 */
export function refusalOf(error: unknown): Refusal {
  const chain = [...causes(error)];
  const refused = chain.find((cause) => cause instanceof Refused);
  if (refused) return refused.code;
  const names = chain.map(({ name }) => name);
  if (names.includes('NotOpen')) return 'recovery';
  if (names.includes('NewerDatabase') || names.includes('VersionError')) return 'newer-database';
  if (names.includes('QuotaExceededError')) return 'disk-full';
  // How Chromium's LevelDB and SQLite and Firefox's files say it where no quota is in the way.
  if (chain.some(({ message }) => FULL.some((words) => message.toLowerCase().includes(words))))
    return 'disk-full';
  // A full disk breaks key generation with this sentence; our keys are never generated, so nothing else says it.
  if (chain.some(({ message }) => message.includes('Maximum key generator value'))) return 'disk-full';
  return 'storage';
}

/** True for errors after which the same connection will not work again, but a new one may. */
export const isConnectionLost = (error: unknown): boolean =>
  refusalOf(error) === 'storage' &&
  [...causes(error)].some(
    ({ name, message }) =>
      LOST.includes(name) || (name === 'UnknownError' && message.includes('backing store')),
  );

/** `NotFoundError`: a table that was there is not, as where the files were taken away under the open database. */
const LOST = ['DatabaseClosedError', 'InvalidStateError', 'TransactionInactiveError', 'NotFoundError'];

function* causes(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  let current = error;
  while (current instanceof Error && !seen.has(current)) {
    seen.add(current);
    yield current;
    // Dexie calls the cause "inner", the language calls it "cause".
    current = ('inner' in current && current.inner) || current.cause;
  }
}
