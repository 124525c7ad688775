import { claimTo } from '../claims';
import { seenAgain } from './capture';
import { holderOf, isNews, sourceInPlaceOf } from './seen';
import { about, type EventDraft, type Verb } from './verb';

/** A source that shows nothing new is noted as seen this often at most, in ms. */
const SEEN_AGAIN_MS = 12 * 3_600_000;

/**
 * What a known page shows now, told by the page and not by a person. Nothing is taken from a page that is not surely
 * the item's: it says so itself, or it has the title that we know.
 */
export const observe: Verb<'item.observe'> = async ({ draft }, scene) => {
  const item = await holderOf(draft, scene);
  if (!item || item.trashedAt !== undefined) return [];
  if (draft.check !== undefined && draft.title !== item.title) return [];
  const seen = seenAgain(item, draft, scene);
  const seenAt = item.sources.find(({ key }) => key === draft.source.key)?.lastSeenAt ?? 0;
  const isWorthIt = seen.t !== 'observed' || isNews(seen.d) || seenAt <= scene.now - SEEN_AGAIN_MS;
  return isWorthIt ? asObserved(seen) : [];
};

/** The item behind a key is now found under the draft's: it has both, unless another item holds that already. */
export const moved: Verb<'item.moved'> = async ({ key, draft }, { db }) => {
  const [old, taken] = await Promise.all([claimTo(db, key), claimTo(db, draft.source.key)]);
  return old && !taken ? asObserved(about(old.itemId, 'source.add', sourceInPlaceOf(key, draft))) : [];
};

/** The way back that worked is tried first the next time. */
export const way: Verb<'item.way'> = async ({ id, key, by }, { db }) => {
  const source = (await db.items.get(id))?.item.sources.find((own) => own.key === key);
  return source && source.way !== by ? asObserved(about(id, 'observed', { key, way: by })) : [];
};

const asObserved = (event: EventDraft): EventDraft[] => [{ ...event, via: 'rule' }];
