/**
 * Every command before it is carried out, in another storage backend than the database: `storage.local` survived every
 * full disk that took the database away (reference: safety, finding 1).
 */
import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { inventoryCommands, type InventoryCommandName } from '@/utils/messaging/commands';
import { isUuid, type CommandId } from '@/utils/model/ids';
import type { Order } from './execute';
import type { Shelf } from './sentinel';

const EntrySchema = v.object({
  // Object.keys of a literal gives exactly its names.
  name: v.picklist(Object.keys(inventoryCommands) as InventoryCommandName[]),
  payload: v.unknown(),
  context: v.object({ via: v.picklist(['ui', 'capture', 'rule']), me: v.optional(v.string()) }),
  at: v.number(),
  zone: v.string(),
  /** Its place in the journal: higher than every one before, also where the clock went back. */
  n: v.number(),
  lineage: v.string(),
  /** Acknowledged from the journal alone. */
  kept: v.optional(v.boolean()),
});

/** A command in the journal; `n` is its place there, `lineage` that of the inventory it was given to. */
export type Entry = Order & { n: number; lineage: string; kept?: boolean | undefined };

/** An entry as it is stored: under its key, without the id that the key has. As text, which the browser copies fastest. */
export function stored({ journalPrefix }: Shelf, { id, ...entry }: Entry): Record<string, string> {
  return { [journalPrefix + id]: JSON.stringify(entry) };
}

/** Everything in the journal, in the order it was written. What cannot be read is left alone. */
export async function readJournal({ journalPrefix }: Shelf): Promise<Entry[]> {
  const everything = await browser.storage.local.get(null);
  const entries = Object.entries(everything).flatMap(([key, value]): Entry[] => {
    const id = key.slice(journalPrefix.length);
    if (!key.startsWith(journalPrefix) || !isUuid(id)) return [];
    const parsed = v.safeParse(EntrySchema, typeof value === 'string' ? fromText(value) : value);
    // A UUID after the journal's prefix is a command's.
    return parsed.success ? [{ ...parsed.output, id: id as CommandId }] : [];
  });
  return entries.toSorted((a, b) => a.n - b.n);
}

/** Entries of before version 0.2 are no texts. */
function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes commands out of the journal: refused ones, and those that a verified copy has. */
export async function removeEntries({ journalPrefix }: Shelf, ids: readonly CommandId[]): Promise<void> {
  if (ids.length > 0) await browser.storage.local.remove(ids.map((id) => journalPrefix + id));
}
