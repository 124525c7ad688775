import { isOpen, type Item, type ItemSource } from '@/utils/model/item';

/** Words that tools use for work that is over, in the languages of the catalogue; compared in lower case. */
const OVER = new Set([
  'done',
  'closed',
  'closed as completed',
  'closed as not planned',
  'resolved',
  'merged',
  'completed',
  'complete',
  'fixed',
  'finished',
  'solved',
  'verified',
  'canceled',
  'cancelled',
  'rejected',
  'declined',
  'duplicate',
  'invalid',
  "won't do",
  "won't fix",
  'wontfix',
  'not planned',
  'abandoned',
  'erledigt',
  'geschlossen',
  'gelöst',
  'abgeschlossen',
  'fertig',
  'behoben',
  'abgelehnt',
  'abgebrochen',
  'zusammengeführt',
]);
/** Words for work that is not over. */
const ONGOING = new Set([
  'open',
  'opened',
  'new',
  'to do',
  'todo',
  'in progress',
  'started',
  'reopened',
  'in review',
  'review',
  'draft',
  'assigned',
  'feedback',
  'backlog',
  'ready',
  'blocked',
  'waiting',
  'pending',
  'planned',
  'active',
  'unresolved',
  'answered',
  'offen',
  'neu',
  'in bearbeitung',
  'zu erledigen',
  'zugewiesen',
  'wieder geöffnet',
  'entwurf',
  'bereit',
  'geplant',
]);

/** What a tool's word for a status says about whether the work is over; undefined for a word that we do not know. */
export function statusSays(status: string): 'over' | 'ongoing' | undefined {
  const word = status.trim().toLowerCase().replaceAll('’', "'");
  if (OVER.has(word)) return 'over';
  return ONGOING.has(word) ? 'ongoing' : undefined;
}

/** A source that says otherwise than its item whether the work is over. `since` is UTC ms. */
export type DriftFact = { source: ItemSource; status: string; over: boolean; since: number };

/**
 * "Closed there, still open here", or the other way round; undefined when item and sources agree. A status that was
 * there when the item's state was last said is no news: the person knew it and went on. Where several sources
 * disagree with the item, the one that did so last.
 */
export function driftOf(item: Item): DriftFact | undefined {
  if (item.trashedAt !== undefined || item.mergedInto !== undefined) return undefined;
  const replaced = new Set(item.sources.flatMap(({ aliases }) => aliases ?? []));
  return item.sources
    .filter(({ key }) => !replaced.has(key))
    .flatMap((source) => disagreement(item, source))
    .toSorted((a, b) => b.since - a.since)[0];
}

function disagreement(item: Item, source: ItemSource): DriftFact[] {
  const { status, statusAt } = source;
  if (status === undefined || statusAt === undefined || statusAt <= (item.stateAt ?? item.createdAt))
    return [];
  const says = statusSays(status);
  if (says === undefined || (says === 'ongoing') === isOpen(item.state)) return [];
  return [{ source, status, over: says === 'over', since: statusAt }];
}
