/** What a page or a row of a list says of an item: its first facts, its source, and what of it is news. */
import type { Draft, DraftRow } from '@/utils/model/draft';
import type { EventData, ObservedData } from '@/utils/model/event';
import type { SourceKey } from '@/utils/model/ids';
import type { Item, ItemSource } from '@/utils/model/item';
import { LIMITS } from '@/utils/model/limits';
import { claimOf, isAsk } from '../claims';
import type { Scene } from './verb';

/** A page, or a row of a list, which says less. */
export type Seen = DraftRow & Partial<Pick<Draft, 'page' | 'witnesses' | 'sourceTitle' | 'quote'>>;

/** Further keys of the same item. An ask has none: those of its page are the page's. */
export const aliasesOf = ({ source, aliases = [] }: Seen): SourceKey[] =>
  isAsk(source.key) ? [] : aliases.filter((alias) => alias !== source.key);

/** The item that holds the source, if any: by its key, or by another name of it. */
export async function holderOf(seen: Seen, { db }: Scene): Promise<Item | undefined> {
  const claim = await claimOf(db, seen.source.key, aliasesOf(seen));
  return claim && (await db.items.get(claim.itemId))?.item;
}

/** The source as it is added to an item. */
export function sourceOf(seen: Seen): EventData['source.add'] {
  const { source, url, status, ways, sourceTitle, quote } = seen;
  const aliases = aliasesOf(seen);
  return {
    source,
    url,
    ...(status !== undefined && { status }),
    ...(aliases.length > 0 && { aliases }),
    ...(ways !== undefined && ways.length > 0 && { ways }),
    ...(sourceTitle !== undefined && { title: sourceTitle }),
    ...(quote !== undefined && { quote }),
  };
}

/** The same for a source that took the place of `old`, whose key it keeps as an alias. */
export const sourceInPlaceOf = (old: SourceKey | undefined, seen: Seen): EventData['source.add'] => {
  const aliases = [...new Set([...(old ? [old] : []), ...aliasesOf(seen)])].slice(0, LIMITS.aliases);
  return { ...sourceOf(seen), ...(aliases.length > 0 && { aliases }) };
};

/** A page proposes; it never judges importance, and what it says of me is not news. */
export function firstFacts(seen: Seen, { me }: Scene) {
  const others = (name: string | undefined) => (name && !isMe(name, me) ? name : undefined);
  return {
    title: seen.title,
    state: 'triage' as const,
    note: isSelection(seen) ? seen.excerpt : undefined,
    dueDay: seen.dueDay,
    owner: seen.assignees?.some((name) => isMe(name, me)) ? undefined : others(seen.assignees?.[0]),
    requester: others(seen.requester),
    project: seen.project,
    tags: seen.labels,
    check: seen.check,
  };
}

/** Words that were selected and kept nowhere else: the sentence of an ask is with its source. */
const isSelection = ({ page, witnesses, quote }: Seen): boolean =>
  page === 'other' && quote === undefined && witnesses?.some(({ from }) => from === 'selection') === true;

const isMe = (name: string, me: string): boolean =>
  me !== '' && name.toLocaleLowerCase() === me.toLocaleLowerCase();

const differing = <T>(seen: T | undefined, kept: T | undefined): T | undefined =>
  seen !== undefined && seen !== kept ? seen : undefined;

/**
 * What the page shows otherwise than the item knows it. A doubtful title changes nothing. Only the first source speaks
 * for the item's fields; another one fills what is missing, or else two sources would overwrite each other for ever.
 */
export function news(item: Item, source: ItemSource, seen: Seen, scene: Scene): ObservedData {
  const facts = firstFacts(seen, scene);
  const isFirst = source === item.sources[0];
  const names = isFirst && seen.check === undefined;
  const told = <T>(now: T | undefined, kept: T | undefined): T | undefined =>
    isFirst || kept === undefined ? differing(now, kept) : undefined;
  const data: ObservedData = {
    key: source.key,
    url: differing(seen.url, source.url),
    status: differing(seen.status, source.status),
    aliases: newAliases(seen, source),
    ways: sameText(seen.ways, source.ways) ? undefined : seen.ways,
    title: names && !isCutOff(facts.title, item.title) ? differing(facts.title, item.title) : undefined,
    sure: names && item.check !== undefined ? true : undefined,
    dueDay: told(facts.dueDay, item.dueDay),
    owner: told(facts.owner, item.owner),
    requester: told(facts.requester, item.requester),
    project: told(facts.project, item.project),
  };
  return withoutEdited(data, item);
}

/** Absent rather than undefined, and nothing that the person wrote: the log holds what was news and nothing else. */
function withoutEdited(data: ObservedData, { edited }: Item): ObservedData {
  const given = Object.entries(data).filter(
    ([field, value]) => value !== undefined && !edited.includes(field),
  );
  // The key is never a field that a person edits.
  return Object.fromEntries(given) as ObservedData;
}

/** True when an observation says more than that the source was seen. */
export const isNews = (data: ObservedData): boolean => Object.keys(data).length > 1;

function newAliases(seen: Seen, { aliases = [] }: ItemSource): SourceKey[] | undefined {
  const fresh = aliasesOf(seen).filter((alias) => !aliases.includes(alias));
  return fresh.length > 0 ? [...fresh, ...aliases].slice(0, LIMITS.aliases) : undefined;
}

const sameText = (seen: unknown, kept: unknown): boolean =>
  seen === undefined || JSON.stringify(seen) === JSON.stringify(kept);

/** A list shows the beginning of a title that we know whole. */
const isCutOff = (seen: string, kept: string): boolean =>
  /(?:…|\.\.\.)$/.test(seen) && kept.startsWith(seen.replace(/\s*(?:…|\.\.\.)$/, ''));
