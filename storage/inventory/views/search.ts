import type { ItemId } from '@/utils/model/ids';
import type { ListPage } from '@/utils/model/row';
import type { InventoryDatabase, ItemEntry } from '../schema';
import type { Moment } from './moment';
import { rowOf } from './rows';

const FOUND = 50;
const CHUNK = 2_000;

type Line = { title: string; words: string; isDone: boolean; weight: number };

/**
 * Search over titles, people, tags and the names that tools give. The lines lie in memory and are read from the database
 * at the first search, chunk by chunk; a change of an item replaces its line. Nothing is lost when they are: they are read again.
 */
export function createSearch(db: InventoryDatabase) {
  const lines = new Map<ItemId, Line>();
  let reading: Promise<void> | undefined;

  return {
    /** Items that have all the words, open ones first, then the best, at most 50. */
    async find(text: string, moment: Moment): Promise<ListPage & { complete: boolean }> {
      const wanted = plain(text).split(' ').filter(Boolean);
      if (wanted.length === 0) return { rows: [], complete: true };
      await (reading ??= readAll(db, lines));
      const found = best(lines, wanted);
      const entries = await db.items.bulkGet(found.ids);
      const rows = entries.flatMap((entry) => (entry ? [rowOf(entry, moment.today, moment.zone)] : []));
      return { rows, complete: found.complete };
    },
    /** Takes note of changed items; costs nothing before the first search. */
    async note(ids: readonly ItemId[]): Promise<void> {
      if (!reading) return;
      const entries = await db.items.bulkGet([...ids]);
      for (const [index, id] of ids.entries()) setLine(lines, id, entries[index]);
    },
    /** Many items changed at once: everything is read again at the next search. */
    forget(): void {
      reading = undefined;
      lines.clear();
    },
  };
}
export type Search = ReturnType<typeof createSearch>;

async function readAll(db: InventoryDatabase, lines: Map<ItemId, Line>): Promise<void> {
  let last = '';
  for (;;) {
    const entries: ItemEntry[] = await db.items.where('id').above(last).limit(CHUNK).toArray();
    for (const entry of entries) setLine(lines, entry.id, entry);
    const end = entries.at(-1);
    if (!end || entries.length < CHUNK) return;
    last = end.id;
  }
}

function setLine(lines: Map<ItemId, Line>, id: ItemId, entry: ItemEntry | undefined): void {
  if (!entry || entry.list === 'trash' || entry.list === 'merged') {
    lines.delete(id);
    return;
  }
  const { item } = entry;
  const names = item.sources.flatMap(({ label, nativeId }) => [label, nativeId]);
  const words = [
    ...names,
    item.owner,
    item.requester,
    item.project,
    ...item.tags,
    ...item.waits.map(({ on }) => on),
  ];
  lines.set(id, {
    title: plain(item.title),
    words: plain(words.filter(Boolean).join(' ')),
    isDone: entry.list === 'done',
    weight: entry.score,
  });
}

/** Lower case without accents, one space between words: "Señor  Ñandú" is found by "senor nandu". */
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().replaceAll(/\s+/g, ' ').trim();

function best(
  lines: ReadonlyMap<ItemId, Line>,
  wanted: readonly string[],
): { ids: ItemId[]; complete: boolean } {
  const hits: { id: ItemId; rank: number; isDone: boolean; weight: number }[] = [];
  for (const [id, line] of lines) {
    const rank = rankOf(line, wanted);
    if (rank > 0) hits.push({ id, rank, isDone: line.isDone, weight: line.weight });
  }
  hits.sort((a, b) => Number(a.isDone) - Number(b.isDone) || b.rank - a.rank || b.weight - a.weight);
  return { ids: hits.slice(0, FOUND).map(({ id }) => id), complete: hits.length <= FOUND };
}

/** 0 when a word is missing; else higher the closer the words are to beginnings of the title and its words. */
function rankOf(line: Line, wanted: readonly string[]): number {
  let rank = 1;
  for (const word of wanted) {
    const at = line.title.indexOf(word);
    if (at === 0) rank += 4;
    else if (at > 0) rank += line.title[at - 1] === ' ' ? 3 : 1;
    else if (line.words.includes(word)) rank += 2;
    else return 0;
  }
  return rank;
}
