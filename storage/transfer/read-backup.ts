import * as v from 'valibot';
import type { LogEvent } from '@/utils/model/event';
import { isLogEvent } from '@/utils/model/event-schema';
import {
  AnyVersionSchema,
  createDigest,
  FooterSchema,
  type Header,
  HeaderSchema,
  LARGEST,
} from './file-form';
import { linesOf } from './lines';
import { ownCopy } from './own-copy';
import { WrongFile } from './wrong-file';

export type ReadOptions = {
  /** The tables' version here: a file of a later one may hold what this version does not understand. */
  schema?: number;
  /** Files of a later version of the tables are read for their form and their digest alone: to check a copy just made. */
  strictUpTo?: number;
  /** Hears each event, in the order of the file, before the end of the file has proved it whole. */
  take?(event: LogEvent): void;
  /** Hears how many events were read, of how many; may wait, to let others work. */
  progress?(done: number, total: number): void | Promise<void>;
  signal?: AbortSignal;
};

/** What a whole file said. `from` and `to` are its events' first and last instant, UTC ms. */
export type ReadBackup = {
  header: Header;
  events: number;
  dropped: number;
  from?: number | undefined;
  to?: number | undefined;
};

/** What every event of every version has. */
const LooseEventSchema = v.custom<LogEvent>((value) =>
  v.is(v.object({ id: v.string(), at: v.number() }), value),
);

/** How often, in events, progress is told and others may work. */
const STEP = 1_000;

/**
 * Reads a backup file to its end and checks all of it: form, every event, counts and digest. Throws WrongFile with the
 * line; nothing that `take` heard may be used then.
 */
export async function readBackup(file: Blob, options: ReadOptions = {}): Promise<ReadBackup> {
  const lines = linesOf(file);
  const digest = createDigest();
  const first = await lines.next();
  const header = headerOf(first.done ? '' : first.value, options.schema);
  await digest.add(`${first.value}\n`);
  const read: ReadBackup = { header, events: 0, dropped: 0 };
  const seen = new Set<string>();
  let last: string | undefined;
  for await (const text of lines) {
    options.signal?.throwIfAborted();
    if (last !== undefined) {
      takeEvent(last, read, seen, options);
      await digest.add(`${last}\n`);
      if (read.events % STEP === 0) await options.progress?.(read.events, header.events);
    }
    last = text;
  }
  const line = read.events + 2;
  const footer = last === undefined ? undefined : v.safeParse(FooterSchema, parse(last));
  if (!footer?.success) throw new WrongFile('cut', line);
  const isWhole = footer.output.events === read.events && header.events === read.events;
  if (!isWhole || footer.output.sha256 !== (await digest.end())) throw new WrongFile('changed', line);
  return read;
}

function headerOf(text: string, schema = Infinity): Header {
  const found = parse(text);
  const any = v.safeParse(AnyVersionSchema, found);
  if (!any.success) throw new WrongFile('not-ours', 1);
  if (any.output.version > 1) throw new WrongFile('newer', 1);
  const header = v.safeParse(HeaderSchema, found);
  if (!header.success) throw new WrongFile('wrong-line', 1);
  if (header.output.schema > schema) throw new WrongFile('newer', 1);
  if (header.output.events > LARGEST.events) throw new WrongFile('too-many', 1);
  return header.output;
}

function takeEvent(text: string, read: ReadBackup, seen: Set<string>, options: ReadOptions): void {
  const line = read.events + 2;
  // The header's number is within what may be put in: more than it says is not even read.
  if (read.events >= read.header.events) throw new WrongFile('changed', line);
  const { copy, dropped } = copyOf(text, line);
  const isUnjudged = read.header.schema > (options.strictUpTo ?? Infinity);
  if (!(isLogEvent(copy) || (isUnjudged && v.is(LooseEventSchema, copy))) || seen.has(copy.id))
    throw new WrongFile('wrong-line', line);
  seen.add(copy.id);
  read.events += 1;
  read.dropped += dropped;
  read.from = Math.min(read.from ?? copy.at, copy.at);
  read.to = Math.max(read.to ?? copy.at, copy.at);
  options.take?.(copy);
}

function copyOf(text: string, line: number): { copy: unknown; dropped: number } {
  try {
    return ownCopy(JSON.parse(text));
  } catch {
    // No JSON, or nested deeper than anything of ours.
    throw new WrongFile('wrong-line', line);
  }
}

function parse(text: string): unknown {
  try {
    return ownCopy(JSON.parse(text)).copy;
  } catch {
    // The caller says what this means in its place.
    return undefined;
  }
}
