import { canonicalJson, createDigest, FORMAT, VERSION } from '../../transfer/file-form';
import { packed } from '../../transfer/packed';
import { reach } from '../failpoints';
import { readEvents, readHead } from '../raw';
import { SCHEMA } from '../schema';
import type { SnapshotMark } from '../sentinel';
import type { Folder } from './files';
import { readSnapshot } from './read';

/** The log holds less than its head row says: nothing that may take the place of a good copy. */
export class LogHasHoles extends Error {
  constructor() {
    super('The log holds less than it says.');
    this.name = 'LogHasHoles';
  }
}

/** A snapshot's name: its instant and how many items it holds, "snap-1795429432000-120.ndjson.gz". */
const nameOf = (at: number, items: number): string => `snap-${at}-${items}.ndjson.gz`;

/**
 * Writes the whole log of a database of any version of ours into a file, in the form of a backup file, reads it back,
 * and gives what was proved to be in it. Captures go on meanwhile: what they add has a later clock, and is left out.
 * Undefined where there is nothing to write. Throws LogHasHoles, and what the disk throws.
 */
export async function writeSnapshot(
  folder: Folder,
  database: string,
  at: number,
): Promise<SnapshotMark | undefined> {
  const head = await readHead(database);
  if (!head || head.events === 0) return undefined;
  const { items, events, hlc, lineage = '' } = head;
  const header = {
    format: FORMAT,
    version: VERSION,
    schema: SCHEMA,
    lineage,
    madeAt: at,
    hlc,
    items,
    events,
  };
  const name = nameOf(at, items);
  let sha256 = '';
  await folder.tidy();
  await folder.write(name, packed(linesOf(database, header)), async (file) => {
    const read = await readSnapshot(file);
    sha256 = read.sha256;
  });
  reach('snapshot-written');
  return { name, sha256, items, events, hlc, at };
}

async function* linesOf(database: string, header: { hlc: string; events: number }): AsyncGenerator<string> {
  const digest = createDigest();
  const first = `${JSON.stringify(header)}\n`;
  await digest.add(first);
  yield first;
  let events = 0;
  for await (const page of readEvents(database)) {
    const lines = page.filter(({ hlc }) => hlc <= header.hlc).map((event) => `${canonicalJson(event)}\n`);
    for (const line of lines) await digest.add(line);
    events += lines.length;
    if (lines.length > 0) yield lines.join('');
  }
  if (events !== header.events) throw new LogHasHoles();
  yield `${canonicalJson({ events, sha256: await digest.end() })}\n`;
}
