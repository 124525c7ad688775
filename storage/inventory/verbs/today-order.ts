import { generateKeyBetween } from 'fractional-indexing';
import type { ItemId } from '@/utils/model/ids';
import { Refused, type Scene } from './verb';

/** A rank after everything in Today. */
export async function endOfToday({ db }: Scene): Promise<string> {
  const last = await inToday(db).last();
  return generateKeyBetween(rankOf(last?.order), null);
}

/** A rank directly after or before another item of Today; with neither, at the end. Refused when the other is not in Today. */
export async function rankAt(
  place: { after?: ItemId | undefined; before?: ItemId | undefined },
  moved: ItemId,
  scene: Scene,
): Promise<string> {
  const other = place.after ?? place.before;
  if (!other) return endOfToday(scene);
  const rows = (await inToday(scene.db).toArray()).filter(({ id }) => id !== moved);
  const index = rows.findIndex(({ id }) => id === other);
  if (index === -1) throw new Refused('not-possible');
  const start = place.after ? index : index - 1;
  const below = rankOf(rows[start]?.order);
  const above = rankOf(rows[start + 1]?.order);
  // Two devices can give the same rank; the tie is kept by id and the next move goes after both.
  return generateKeyBetween(below, below !== null && above !== null && above <= below ? null : above);
}

const inToday = (db: Scene['db']) =>
  db.items.where('[list+order+id]').between(['today', ''], ['today', '\uffff']);

const rankOf = (order: number | string | undefined): string | null =>
  typeof order === 'string' ? order : null;
