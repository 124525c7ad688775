/**
 * The form of a backup file: lines of JSON, packed with gzip.
 *
 *   {"format":"throughline-backup","version":1,"schema":2,"lineage":"…","madeAt":…,"hlc":"…","items":2,"events":5,…}
 *   one event a line, keys in alphabetical order, ordered by id
 *   {"sha256":"…","events":5}
 *
 * `sha256` stands for every line before it, each with its line feed: the digest of the digests of each 1,000 lines,
 * because browsers cannot digest a stream.
 */
import * as v from 'valibot';
import type { Day } from '@/utils/model/day';

export const FORMAT = 'throughline-backup';
export const VERSION = 1;
/** Lines that are digested together. */
export const PAGE_LINES = 1_000;

/** What a file may hold, so that none can fill the memory or the disk. */
export const LARGEST = {
  /** Of the file, by its size before it is read. */
  fileBytes: 200_000_000,
  /** Unpacked. */
  bytes: 1_000_000_000,
  /** Unpacked to packed: lines of events come to 30 at most. */
  ratio: 200,
  /** Below this nothing is a bomb. */
  harmlessBytes: 10_000_000,
  /** UTF-16 units in one line: a kept list of 200 rows has 950,000 at most. */
  line: 2_000_000,
  events: 500_000,
} as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const HeaderSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  schema: count,
  lineage: v.pipe(v.string(), v.maxLength(60)),
  madeAt: v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
  hlc: v.pipe(v.string(), v.maxLength(100)),
  items: count,
  events: count,
  /** What the person has set; parsed again, field by field, where it is used. */
  settings: v.optional(v.record(v.string(), v.unknown())),
});
export type Header = v.InferOutput<typeof HeaderSchema>;

export const FooterSchema = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  events: count,
});

/** The header of any version, told by its first two fields. */
export const AnyVersionSchema = v.object({ format: v.literal(FORMAT), version: v.number() });

/** The name that a copy is saved under. */
export const fileNameFor = (day: Day): string => `throughline-${day}.ndjson.gz`;

/** JSON with the keys of every object in order, so that the same record is the same text wherever it was written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

/** Digests lines by pages; `end` gives the digest of all of them, in hexadecimal digits. */
export function createDigest() {
  const pages: Uint8Array<ArrayBuffer>[] = [];
  let lines: string[] = [];
  const flush = async () => {
    if (lines.length === 0) return;
    pages.push(await sha256(new TextEncoder().encode(lines.join(''))));
    lines = [];
  };
  return {
    /** Takes a line with its line feed. */
    async add(line: string): Promise<void> {
      lines.push(line);
      if (lines.length === PAGE_LINES) await flush();
    },
    async end(): Promise<string> {
      await flush();
      const all = await sha256(new Uint8Array(await new Blob(pages).arrayBuffer()));
      return [...all].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
