/** Who holds a source: one item, by the source's key or by one of its aliases. */
import type { SourceKey } from '@/utils/model/ids';
import { foundBy } from './entry';
import type { Rows } from './rows';
import type { SourceEntry } from './schema';

/** Stands between the key of a page and what tells the asks on it apart: `product|host|scope|nativeId~ask:…`. */
const ASK = '~ask:';
export const isAsk = (key: SourceKey): boolean => key.includes(ASK);

/** Claims to the asks that were captured from a page. */
export const claimsToAsks = (db: Sources, page: SourceKey): Promise<SourceEntry[]> =>
  db.sources
    .where('[key+itemId]')
    .between([`${page}${ASK}`, ''], [`${page}${ASK}\uffff`, '\uffff'])
    .toArray();

type Sources = Pick<Rows, 'sources'>;

/** The claim to a source by its own key. */
export const claimTo = (db: Sources, key: SourceKey): Promise<SourceEntry | undefined> =>
  db.sources.where('[key+itemId]').between([key, ''], [key, '\uffff']).first();

/** Claims to sources that answer to these keys as aliases. */
export const claimsByAlias = (db: Sources, keys: readonly SourceKey[]): Promise<SourceEntry[]> =>
  db.sources.where('found').anyOf(keys.map(foundBy.alias)).toArray();

/**
 * The claim to what a page shows: by its key, or else by what it says are further names of the same item. Without
 * such names this is one look into one index.
 */
export async function claimOf(
  db: Sources,
  key: SourceKey,
  aliases: readonly SourceKey[],
): Promise<SourceEntry | undefined> {
  if (aliases.length === 0) return claimTo(db, key);
  const [own, known, ...others] = await Promise.all([
    claimTo(db, key),
    claimsByAlias(db, [key, ...aliases]),
    ...aliases.map((alias) => claimTo(db, alias)),
  ]);
  return own ?? others.find((claim) => claim !== undefined) ?? known[0];
}
