/**
 * What the database should hold, kept outside of it. A browser that lost the database opens an empty one in its place
 * without a word (reference: safety, findings 1 and 2); this record is what tells the difference.
 */
import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { CommandIdSchema } from '@/utils/model/schemas';
import { DATABASE } from './schema';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(200));

const SnapshotMarkSchema = v.object({
  name: text,
  sha256: text,
  items: count,
  events: count,
  hlc: text,
  at: v.number(),
});

const SentinelSchema = v.object({
  /** The database that holds the inventory now: a restore builds another one and is done when this names it. */
  name: text,
  lineage: text,
  dev: text,
  schema: count,
  generation: count,
  /** As of the command before the last one in the journal, or later. */
  items: count,
  events: count,
  hlc: text,
  at: v.number(),
  /** The last command that was written into the journal, and its place there. */
  last: v.optional(CommandIdSchema),
  n: v.number(),
  /** Entries of the journal since the last snapshot, and their length in UTF-16 units: roughly, to ask for the next. */
  journalled: count,
  journalLength: count,
  /** Acknowledged as kept: they lie in the journal alone. */
  kept: count,
  snapshot: v.optional(SnapshotMarkSchema),
  /** Databases that a restore took out of use and that can still be read. */
  aside: v.array(v.object({ name: text, at: v.number() })),
});

export type Sentinel = v.InferOutput<typeof SentinelSchema>;
export type SnapshotMark = v.InferOutput<typeof SnapshotMarkSchema>;

/** Where the second copy of an inventory lies in `storage.local`: several inventories, as in tests, keep apart. */
export type Shelf = {
  base: string;
  sentinelKey: string;
  /** Before the id of each command in the journal. */
  journalPrefix: string;
};

export function shelfOf(base: string): Shelf {
  const before = base === DATABASE ? '' : `${base}/`;
  return { base, sentinelKey: `${before}sentinel`, journalPrefix: `${before}j:` };
}

/** The sentinel as it is stored; undefined when there is none, or nothing that this version understands. */
export async function readSentinel({ sentinelKey }: Shelf): Promise<Sentinel | undefined> {
  const stored: unknown = (await browser.storage.local.get(sentinelKey))[sentinelKey];
  const parsed = v.safeParse(SentinelSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

export const writeSentinel = ({ sentinelKey }: Shelf, sentinel: Sentinel): Promise<void> =>
  browser.storage.local.set({ [sentinelKey]: sentinel });

/** What a database says of itself, in its head row. */
export type Told = { lineage?: string; generation?: number; items: number; events: number; hlc: string };

/**
 * Is there less than the sentinel says? Items may become fewer by an undo, which adds events: they tell only where the
 * log is no longer. Another lineage is another inventory, however full it is.
 */
export function isFewer(sentinel: Sentinel, head: Told | undefined): boolean {
  if (!head) return sentinel.events > 0;
  if ((head.generation ?? 0) > sentinel.generation) return false;
  if (head.lineage !== undefined && head.lineage !== sentinel.lineage) return true;
  if (head.events !== sentinel.events) return head.events < sentinel.events;
  return head.items < sentinel.items;
}
