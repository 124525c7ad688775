import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { ItemSource } from '@/utils/model/item';
import { likenessOf } from '@/utils/model/likeness';
import type { ItemRow } from '@/utils/model/row';
import { claimOf, claimsByAlias, claimsToAsks, claimTo } from '../claims';
import { foundBy } from '../entry';
import type { InventoryDatabase, ItemEntry, SourceEntry } from '../schema';
import type { Moment } from './moment';
import { rowOf, rowsOf } from './rows';

/** A page asks about at most so many links, and gets at most so many look-alikes. */
const KEYS = 500;
const ALIKE = 5;

/**
 * What is known of a source: its item, when it was last seen, the status it showed then, and since when. `source` is
 * the key that the item has it under, which is another where it was found by an alias.
 */
export type Known = {
  row: ItemRow;
  source: SourceKey;
  seenAt: number;
  status?: string | undefined;
  statusAt?: number | undefined;
  /** The person set the due day: what the source says of it is no news. */
  isDueEdited: boolean;
};

/** By the key of a source, or by what it says are further names of the same item. */
export async function bySource(
  db: InventoryDatabase,
  key: SourceKey,
  aliases: readonly SourceKey[],
  moment: Moment,
): Promise<Known | undefined> {
  const claim = (await claimOf(db, key, aliases)) ?? (await claimsByAlias(db, [key]))[0];
  const entry = claim && (await db.items.get(claim.itemId));
  return entry && knownOf(entry, claim.key, moment);
}

function knownOf(entry: ItemEntry, source: SourceKey, { today, zone }: Moment): Known | undefined {
  const seen = entry.item.sources.find(({ key }) => key === source);
  if (!seen) return undefined;
  const { lastSeenAt: seenAt, status, statusAt } = seen;
  const isDueEdited = entry.item.edited.includes('dueDay');
  return { row: rowOf(entry, today, zone), source, seenAt, status, statusAt, isDueEdited };
}

/** What of these keys is in the inventory, trash left out; `key` as it was asked for. */
export async function byKeys(
  db: InventoryDatabase,
  asked: readonly SourceKey[],
  moment: Moment,
): Promise<(Known & { key: SourceKey })[]> {
  const keys = [...new Set(asked)].slice(0, KEYS);
  // One transaction for all of them: each alone would open its own.
  const [own, aliased] = await db.transaction('r', db.sources, (transaction) => {
    const { sources } = { sources: transaction.table<SourceEntry, [SourceKey, ItemId]>('sources') };
    return Promise.all([
      Promise.all(keys.map((key) => claimTo({ sources }, key))),
      claimsByAlias({ sources }, keys),
    ]);
  });
  const named = new Map(
    aliased.flatMap((claim) => claim.found.map((by): [string, SourceEntry] => [by, claim])),
  );
  const claims = keys.map((key, place) => own[place] ?? named.get(foundBy.alias(key)));
  const ids = [...new Set(claims.flatMap((claim) => claim?.itemId ?? []))];
  const entries = new Map(
    (await db.items.bulkGet(ids)).flatMap((entry) => (entry ? [[entry.id, entry]] : [])),
  );
  return keys.flatMap((key, place) => {
    const claim = claims[place];
    const entry = claim && entries.get(claim.itemId);
    const known = entry && entry.list !== 'trash' ? knownOf(entry, claim.key, moment) : undefined;
    return known ? [{ ...known, key }] : [];
  });
}

/** Items that are called so in their tools ("ACME-142"), in any case of letters. */
export async function byNames(
  db: InventoryDatabase,
  names: readonly string[],
  moment: Moment,
): Promise<ItemRow[]> {
  const wanted = [...new Set(names.map(foundBy.name))].slice(0, KEYS);
  if (wanted.length === 0) return [];
  return rowsOf(db, idsOf(await db.sources.where('found').anyOf(wanted).toArray()), moment);
}

/** Items that have a source at one of these addresses. */
export async function byAddress(
  db: InventoryDatabase,
  urls: readonly string[],
  moment: Moment,
): Promise<ItemRow[]> {
  if (urls.length === 0) return [];
  const claims = db.sources.where('url').anyOf([...new Set(urls)]);
  return rowsOf(db, idsOf(await claims.toArray()), moment);
}

/** Asks that were captured from a page. */
export const asksOf = async (db: InventoryDatabase, key: SourceKey, moment: Moment): Promise<ItemRow[]> =>
  rowsOf(db, idsOf(await claimsToAsks(db, key)), moment);

/** Items with the same words in their title, at most five. */
export async function alike(
  db: InventoryDatabase,
  title: string,
  except: ItemId | undefined,
  { today, zone }: Moment,
): Promise<ItemRow[]> {
  const likeness = likenessOf(title);
  if (likeness === undefined) return [];
  // One more than wanted: the item itself may be among them.
  const entries = await db.items
    .where('likeness')
    .equals(likeness)
    .limit(ALIKE + 1)
    .toArray();
  const others = entries.filter(({ id }) => id !== except).slice(0, ALIKE);
  return others.map((entry) => rowOf(entry, today, zone));
}

/** Every host that an item has a source on: from one to the next in the index, however many items lie between. */
export async function hosts(db: InventoryDatabase): Promise<string[]> {
  const found: string[] = [];
  const [before, end] = [foundBy.host(''), foundBy.host('\uffff')];
  for (;;) {
    // A page without a host ("file:") lies at the beginning and is passed over.
    const last = foundBy.host(found.at(-1) ?? '');
    const next = await db.sources.where('found').between(last, end, false, true).first();
    // A source that lies there has this one entry of the kind.
    const host = next?.found.find((by) => by.startsWith(before))?.slice(before.length);
    if (host === undefined) return found;
    found.push(host);
  }
}

/** Every tool that an item has a source in, with its hosts and how many items. Reads the keys of all sources. */
export async function toolCounts(
  db: InventoryDatabase,
): Promise<{ product: string; hosts: string[]; items: number }[]> {
  const tools = new Map<string, { hosts: Set<string>; items: Set<ItemId> }>();
  for (const [key, itemId] of await db.sources.toCollection().primaryKeys()) {
    const [product = '', host = ''] = key.split('|', 2);
    const tool = tools.get(product) ?? { hosts: new Set(), items: new Set() };
    tools.set(product, tool);
    tool.hosts.add(host);
    tool.items.add(itemId);
  }
  return [...tools].map(([product, tool]) => ({
    product,
    hosts: [...tool.hosts].toSorted(),
    items: tool.items.size,
  }));
}

/** What opening a source needs to know of it. */
export type Place = Pick<
  ItemSource,
  'key' | 'product' | 'host' | 'url' | 'ways' | 'way' | 'aliases' | 'title' | 'quote'
>;

/** A source of an item: the one with this key, else the first. */
export async function sourceOf(
  db: InventoryDatabase,
  id: ItemId,
  key: SourceKey | undefined,
): Promise<Place | undefined> {
  const sources = (await db.items.get(id))?.item.sources;
  return key ? sources?.find((source) => source.key === key) : sources?.[0];
}

const idsOf = (claims: readonly SourceEntry[]): ItemId[] => claims.map(({ itemId }) => itemId);
