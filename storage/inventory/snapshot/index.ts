/** Snapshots: verified copies of the whole log among the browser's private files. */
import type { Clock } from '@/utils/model/clock';
import type { LogEvent } from '@/utils/model/event';
import type { SnapshotFacts } from '@/utils/model/recovery';
import { readJournal } from '../journal';
import type { Read } from '../connection';
import type { SecondCopy } from '../second-copy';
import { DATABASE } from '../schema';
import type { SnapshotMark } from '../sentinel';
import { openFolder, type Folder } from './files';
import { outlived } from './generations';
import { headerOf, readSnapshot, type SnapshotContents } from './read';
import { writeSnapshot } from './write';

export type Snapshots = ReturnType<typeof createSnapshots>;

/** `lineage` is that of the inventory it was made of. */
type Facts = SnapshotFacts & { lineage: string };

/** What each file says in its first line, remembered as long as it has the same length. */
function createFacts() {
  const facts = new Map<string, Facts>();
  const factsOf = async (files: Folder, name: string, bytes: number): Promise<Facts> => {
    const known = facts.get(name);
    if (known?.bytes === bytes) return known;
    const header = await headerOf(await files.read(name));
    const { items = 0, events = 0, madeAt = 0, lineage = '' } = header ?? {};
    const found = { name, bytes, items, events, at: madeAt, lineage, ...(!header && { isWhole: false }) };
    facts.set(name, found);
    return found;
  };
  return {
    facts,
    async list(files: Folder): Promise<Facts[]> {
      const found = await files.list();
      const all = await Promise.all(found.map(({ name, bytes }) => factsOf(files, name, bytes)));
      return all.toSorted((a, b) => b.at - a.at);
    },
  };
}

export function createSnapshots(copy: SecondCopy, clock: Clock) {
  const { base } = copy.shelf;
  let opening: Promise<Folder | undefined> | undefined;
  const folder = () => (opening ??= openFolder(base === DATABASE ? 'snapshots' : `snapshots-${base}`));
  let writing: Promise<SnapshotMark | undefined> | undefined;
  const { facts, list: listIn } = createFacts();
  const list = async () => {
    const files = await folder();
    return files ? listIn(files) : [];
  };
  const told = async (): Promise<SnapshotFacts[]> => {
    const own = copy.now()?.lineage;
    return (await list()).map(({ lineage, ...rest }) => ({
      ...rest,
      ...(own && lineage && lineage !== own && { isOther: true }),
    }));
  };
  const write = async (database: string): Promise<SnapshotMark | undefined> => {
    const files = await folder();
    const mark = files && (await writeSnapshot(files, database, clock.now()));
    const sentinel = copy.now();
    if (mark && sentinel) await copy.set({ ...sentinel, snapshot: mark });
    return mark;
  };

  return {
    /** Every snapshot, newest first, by what its first line says. */
    list: told,
    /** The same, each read to its end: `isWhole` says what came of it. */
    async checked(): Promise<SnapshotFacts[]> {
      const files = await folder();
      if (!files) return [];
      for (const { name, isWhole, ...rest } of await list()) {
        if (isWhole !== undefined) continue;
        const isGood = await readSnapshot(await files.read(name)).then(
          () => true,
          () => false,
        );
        facts.set(name, { ...rest, name, isWhole: isGood });
      }
      return told();
    },
    /** Writes one of a database; at most one is written at a time. Undefined where there is nothing to write, or no place. */
    write: (database: string) => (writing ??= write(database).finally(() => (writing = undefined))),
    /** Reads one whole. Throws BrokenSnapshot at its end, and then nothing of it may be kept. */
    async read(name: string, take: (events: LogEvent[]) => void | Promise<void>): Promise<SnapshotContents> {
      const files = await folder();
      if (!files) throw new Error('no private files');
      return readSnapshot(await files.read(name), take);
    },
    /** Removes those that newer ones stand for. */
    async rotate(): Promise<void> {
      const files = await folder();
      const whole = (await list()).filter(({ isWhole }) => isWhole !== false);
      for (const name of outlived(whole, clock.now())) {
        facts.delete(name);
        await files?.remove(name);
      }
    },
    /** Takes commands out of the journal that the last snapshot has. */
    async shortenJournal(read: Read): Promise<void> {
      const entries = await readJournal(copy.shelf);
      const events = await read((db) => db.events.bulkGet(entries.map(({ id }) => id)));
      const hlc = copy.now()?.snapshot?.hlc ?? '';
      const covered = entries.filter((_, place) => (events[place]?.hlc ?? '\uffff') <= hlc);
      await copy.drop(covered.map(({ id }) => id));
      const rest = entries.filter((entry) => !covered.includes(entry));
      const sentinel = copy.now();
      const journalLength = rest.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);
      if (sentinel) await copy.set({ ...sentinel, journalled: rest.length, journalLength });
    },
  };
}
