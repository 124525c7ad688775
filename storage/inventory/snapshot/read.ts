import * as v from 'valibot';
import type { LogEvent } from '@/utils/model/event';
import { createDigest, FooterSchema, HeaderSchema, type Header } from '../../transfer/file-form';
import { linesOf } from '../../transfer/lines';

const PAGE = 1_000;

/** A snapshot that is not what was written. */
export class BrokenSnapshot extends Error {
  constructor() {
    super('This snapshot is not what was written.');
    this.name = 'BrokenSnapshot';
  }
}

/** What a whole snapshot says of itself. */
export type SnapshotContents = { header: Header; sha256: string };

/**
 * Reads a snapshot to its end: counts and digest must be those of its last line. Events are handed on in pages before
 * that is known: keep nothing of them where this throws BrokenSnapshot. They were ours when the digest was made of
 * them, and are not parsed again.
 */
export async function readSnapshot(
  file: Blob,
  take: (events: LogEvent[]) => void | Promise<void> = () => {},
): Promise<SnapshotContents> {
  try {
    return await readAll(file, take);
  } catch (error) {
    if (error instanceof TakeFailed) throw error.cause;
    throw new BrokenSnapshot();
  }
}

/** Tells what went wrong with the taker from what is wrong with the file. */
class TakeFailed extends Error {}

async function readAll(file: Blob, take: (events: LogEvent[]) => void | Promise<void>) {
  const lines = linesOf(file);
  const first = await lines.next();
  const header = v.parse(HeaderSchema, JSON.parse(String(first.value)));
  const digest = createDigest();
  await digest.add(`${first.value}\n`);
  let page: LogEvent[] = [];
  let events = 0;
  let last: string | undefined;
  const hand = async () => {
    const full = page;
    page = [];
    try {
      await take(full);
    } catch (error) {
      throw new TakeFailed('taker', { cause: error });
    }
  };
  for await (const line of lines) {
    if (last !== undefined) {
      await digest.add(`${last}\n`);
      page.push(JSON.parse(last) as LogEvent); // written from the log, and proved unchanged by the digest
      events += 1;
      if (page.length === PAGE) await hand();
    }
    last = line;
  }
  if (page.length > 0) await hand();
  const footer = v.parse(FooterSchema, JSON.parse(last ?? ''));
  const sha256 = await digest.end();
  if (footer.sha256 !== sha256 || footer.events !== events || header.events !== events)
    throw new BrokenSnapshot();
  return { header, sha256 };
}

/** What a snapshot says in its first line, without reading the rest; undefined where it is none. */
export async function headerOf(file: Blob): Promise<Header | undefined> {
  try {
    const lines = linesOf(file);
    const { value } = await lines.next();
    await lines.return(undefined);
    return v.parse(HeaderSchema, JSON.parse(String(value)));
  } catch {
    // Damaged or not ours: it is shown as such.
    return undefined;
  }
}
