import type { InventoryDatabase } from '../inventory/schema';
import { SCHEMA } from '../inventory/schema';
import { canonicalJson, createDigest, FORMAT, type Header, VERSION } from './file-form';

const PAGE = 1_000;

export type WriteOptions = {
  /** UTC ms. */
  at: number;
  settings: Record<string, unknown>;
  /** Hears how many events were written, of how many. */
  progress?(done: number, total: number): void | Promise<void>;
  signal?: AbortSignal;
};

/**
 * The lines of a backup of everything in the log now, each with its line feed. Read in pages, so that captures go on
 * meanwhile; what is added after the start has a later clock than the header's, and is left out: the copy is of one instant.
 */
export async function* backupLines(db: InventoryDatabase, options: WriteOptions): AsyncGenerator<string> {
  const header = await headerOf(db, options);
  const digest = createDigest();
  const head = `${JSON.stringify(header)}\n`;
  await digest.add(head);
  yield head;
  let events = 0;
  for await (const text of pagesOf(db, header.hlc)) {
    options.signal?.throwIfAborted();
    for (const line of text) await digest.add(line);
    events += text.length;
    yield text.join('');
    await options.progress?.(events, header.events);
  }
  yield `${canonicalJson({ events, sha256: await digest.end() })}\n`;
}

async function headerOf(db: InventoryDatabase, { at, settings }: WriteOptions): Promise<Header> {
  const head = await db.meta.get('head');
  return {
    format: FORMAT,
    version: VERSION,
    // Of a later version's inventory the file is that version's.
    schema: Math.max(SCHEMA, head?.schema ?? 0),
    lineage: lineageOf(head),
    madeAt: at,
    hlc: head?.hlc ?? '',
    items: head?.items ?? 0,
    events: head?.events ?? 0,
    settings,
  };
}

/** What tells one inventory from another: its lineage, else the name of the device that began it. */
export const lineageOf = (head: { dev: string; lineage?: string } | undefined): string =>
  head?.lineage ?? head?.dev ?? '';

async function* pagesOf(db: InventoryDatabase, until: string): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const page = await db.events.where('id').above(last).limit(PAGE).toArray();
    const end = page.at(-1);
    if (!end) return;
    yield page.filter(({ hlc }) => hlc <= until).map((event) => `${canonicalJson(event)}\n`);
    if (page.length < PAGE) return;
    last = end.id;
  }
}
