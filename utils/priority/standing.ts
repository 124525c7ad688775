import { daysBetween, type Day } from '@/utils/model/day';
import { isOpen, type Block, type Item, type List, type Standing, type Wait } from '@/utils/model/item';
import { score } from './score';

/** What an item's standing depends on besides its own events. */
export type Surroundings = {
  today: Day;
  /** Service-level expectation in days by kind of work; a kind without history is absent. */
  sle: Partial<Record<WorkKind, number>>;
  /** Open items that this one stops. */
  blocksCount: number;
  /** The items that stop this one, by id: whether each is still open, and its title. */
  blockers: ReadonlyMap<string, { isOpen: boolean; title: string }>;
};

/** Kinds of work that follow from an item alone; the rest come with containers and series. */
export type WorkKind = 'request' | 'operations';
export const kindOf = (item: Item): WorkKind => (item.requester ? 'request' : 'operations');

export const openWaits = (item: Item): Wait[] => item.waits.filter(({ endedAt }) => endedAt === undefined);
/** Where several waits are open, the one to chase first. */
export const nextWait = (item: Item): Wait | undefined =>
  openWaits(item).toSorted(
    (a, b) => (a.followUpDay ?? '9').localeCompare(b.followUpDay ?? '9') || a.since - b.since,
  )[0];
export const openBlocks = (item: Item): Block[] => item.blocks.filter(({ endedAt }) => endedAt === undefined);

/** Days since the item was started, today included; 0 when it is not started or not open (reference: B.4, work item age). */
export const ageDays = (item: Item, today: Day): number =>
  item.startedDay && isOpen(item.state) && item.state !== 'backlog'
    ? Math.max(1, daysBetween(item.startedDay, today) + 1)
    : 0;

/** Where the item stands today: its list, its place there, its score with the reasons. */
export function standingOf(item: Item, around: Surroundings): Standing {
  const { today } = around;
  const stopping = openBlocks(item).filter(
    ({ by }) => by === undefined || around.blockers.get(by)?.isOpen === true,
  );
  const wait = nextWait(item);
  const { score: points, terms } = score({
    today,
    dueDay: item.dueDay,
    importance: item.importance,
    waiter: item.requester
      ? { who: item.requester, days: Math.max(0, daysBetween(item.createdDay, today)) }
      : undefined,
    blocksCount: around.blocksCount,
    ageDays: ageDays(item, today),
    sleDays: around.sle[kindOf(item)],
    sizeMinutes: item.sizeMinutes,
    isExpedite: item.expedite === 1,
    blockedBy: stopping[0] && wordsFor(stopping[0], around),
    waitingOn: wait && { on: wait.on, followUp: wait.followUpDay !== undefined && wait.followUpDay <= today },
  });
  const list = listOf(item, today);
  return {
    list,
    order: placeIn(list, item, points, today),
    score: points,
    terms,
    blocksCount: around.blocksCount,
    isBlocked: stopping.length > 0,
  };
}

const wordsFor = (block: Block, around: Surroundings): string =>
  (block.by && around.blockers.get(block.by)?.title) || block.reason || '';

/** The one list that an item is in; the first rule that fits. */
function listOf(item: Item, today: Day): List {
  if (item.mergedInto) return 'merged';
  if (item.trashedAt !== undefined) return 'trash';
  if (!isOpen(item.state)) return 'done';
  if (item.startAfterDay && item.startAfterDay > today) return 'snoozed';
  if (item.planDay && item.planDay <= today) return 'today';
  if (openWaits(item).length > 0) return 'waiting';
  return item.state === 'triage' ? 'triage' : 'next';
}

/**
 * The place within the list, ascending. By score the creation instant parts equal scores, older first, by less than a
 * whole point: so no two places are equal and there is always one between two, where a drag can put an item.
 */
function placeIn(list: List, item: Item, points: number, today: Day): number | string {
  switch (list) {
    case 'today':
      return item.rank ?? 'a0';
    case 'next':
      return item.pin && item.pin.until >= today ? item.pin.order : placeByScore(points, item.createdAt);
    case 'waiting':
      return placeByScore(points, item.createdAt);
    case 'triage':
      return -item.createdAt;
    case 'snoozed':
      return item.startAfterDay ?? '';
    case 'done':
      return -(item.finishedAt ?? 0);
    case 'trash':
      return -(item.trashedAt ?? 0);
    case 'merged':
      return 0;
  }
}

export const placeByScore = (points: number, createdAt: number): number => createdAt / 1e13 - points;
