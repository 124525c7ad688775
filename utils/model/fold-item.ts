import { dayOf } from './day';
import { effectiveEvents } from './effective';
import type { EventType, LogEvent } from './event';
import { addSource, observed } from './fold-source';
import type { ItemId } from './ids';
import { isOpen, type Item, TRASHED_FROM } from './item';

/** The item that its events tell, in whatever order they are given; undefined when it was never (effectively) created. */
export function foldItem(events: readonly LogEvent[]): Item | undefined {
  return effectiveEvents(events).reduce<Item | undefined>(applyToItem, undefined);
}

/**
 * The item after one more event. Events of an item that is not there, and types that say nothing of items, change nothing.
 * Gives a new object; the old one stays as it was.
 */
export function applyToItem(item: Item | undefined, event: LogEvent): Item | undefined {
  if (event.t === 'created') return item ?? createdItem(event);
  if (!item) return undefined;
  const changed = change(item, event);
  const hlc = event.hlc > item.hlc ? event.hlc : item.hlc;
  return { ...item, ...changed, hlc };
}

function createdItem(event: LogEvent & { t: 'created' }): Item {
  const { title, state, note, importance, tags, ...rest } = event.d;
  return {
    // Events about items carry an item's id.
    id: event.eid as ItemId,
    title,
    note: note ?? '',
    importance: importance ?? 0,
    tags: tags ?? [],
    ...rest,
    sources: [],
    waits: [],
    blocks: [],
    edited: [],
    createdAt: event.at,
    createdDay: dayOf(event.at, event.tz),
    hlc: event.hlc,
    ...entered(undefined, state ?? 'triage', event),
  };
}

type Changer<T extends EventType> = (item: Item, event: LogEvent & { t: T }) => Partial<Item>;

/** Facts about other entities, and facts that no field of an item holds. */
const nothing = () => ({});

/** What one event of each type changes. Fields set to undefined are gone. */
const CHANGES: { [T in EventType]: Changer<T> } = {
  created: nothing,
  set: setField,
  state: (item, event) => entered(item, event.d.to, event),
  'wait.start': startWait,
  'wait.end': (item, { d, at }) => ({ waits: item.waits.map((wait) => ended(wait, d.waitId, at)) }),
  'block.start': startBlock,
  'block.end': (item, { d, at }) => ({ blocks: item.blocks.map((block) => ended(block, d.blockId, at)) }),
  est: (_, { d }) => ({ sizeMinutes: d.minutes ?? undefined }),
  commit,
  'tag.add': (item, { d }) => ({ tags: item.tags.includes(d.tag) ? item.tags : [...item.tags, d.tag] }),
  'tag.rem': (item, { d }) => ({ tags: item.tags.filter((tag) => tag !== d.tag) }),
  'source.add': addSource,
  'source.rem': (item, { d }) => ({ sources: item.sources.filter(({ key }) => key !== d.key) }),
  observed: (item, { d, at }) => observed(item, d, at),
  merge: (_, { d }) => ({ mergedInto: d.into }),
  deleted: (_, { at, d }) => ({
    trashedAt: at,
    trashedFrom: TRASHED_FROM.find((from) => from === d['from']),
  }),
  restored: () => ({ trashedAt: undefined, trashedFrom: undefined }),
  note: (_, { d }) => ({ note: d.text }),
  rank: (_, { d }) => ({ rank: d.rank }),
  pin: (_, event) => ({ pin: pinOf(event) }),
  'plan.set': (item, { d }) => ({
    planDay: d.day ?? undefined,
    rank: d.day === null ? undefined : (d.rank ?? item.rank),
  }),
  'link.add': nothing,
  'link.rem': nothing,
  'sess.start': nothing,
  'sess.end': nothing,
  'plan.lock': nothing,
  'series.set': nothing,
  'series.skip': nothing,
  baseline: nothing,
  phase: nothing,
  spend: nothing,
  policy: nothing,
  'key.grant': nothing,
};

function change(item: Item, event: LogEvent): Partial<Item> {
  // The table has for each type the function that takes events of that type.
  const changer = CHANGES[event.t] as Changer<EventType> | undefined;
  return changer?.(item, event) ?? {};
}

function startWait(item: Item, { d, at }: LogEvent & { t: 'wait.start' }): Partial<Item> {
  const { waitId, ...wait } = d;
  return { waits: [...item.waits.filter(({ id }) => id !== waitId), { id: waitId, ...wait, since: at }] };
}

function startBlock(item: Item, { d, at }: LogEvent & { t: 'block.start' }): Partial<Item> {
  const { blockId, ...block } = d;
  return {
    blocks: [...item.blocks.filter(({ id }) => id !== blockId), { id: blockId, ...block, since: at }],
  };
}

function commit(item: Item, event: LogEvent & { t: 'commit' }): Partial<Item> {
  const { due, promised } = event.d;
  return {
    ...(due !== undefined && { dueDay: due ?? undefined, edited: withEdited(item, 'dueDay', event) }),
    ...(promised !== undefined && { promisedDay: promised ?? undefined }),
  };
}

/** Fields that a `set` may change; anything else in a log from elsewhere is left alone. */
const SETTABLE = new Set<string>([
  'title',
  'importance',
  'expedite',
  'startAfterDay',
  'owner',
  'requester',
  'project',
  'check',
] satisfies (keyof Item)[]);

function setField(item: Item, event: LogEvent & { t: 'set' }): Partial<Item> {
  const { field, to } = event.d;
  if (!SETTABLE.has(field)) return {};
  return { [field]: to ?? undefined, edited: withEdited(item, field, event) };
}

const withEdited = (item: Item, field: string, event: LogEvent): string[] =>
  event.via !== 'ui' || item.edited.includes(field) ? item.edited : [...item.edited, field].toSorted();

/**
 * Entering a state. Start is the first entry into "started" and stays; finish is the last entry into "done" or
 * "canceled" and is withdrawn when the item is opened again (reference: flow definitions, B.4).
 */
function entered(
  item: Item | undefined,
  to: Item['state'],
  event: LogEvent,
): Pick<Item, 'state'> & Partial<Item> {
  const day = dayOf(event.at, event.tz);
  const starts = to === 'started' && item?.startedAt === undefined;
  const finishes = !isOpen(to) && (item === undefined || item.state !== to);
  return {
    state: to,
    stateAt: event.at,
    ...(starts && { startedAt: event.at, startedDay: day }),
    ...(finishes && { finishedAt: event.at, finishedDay: day }),
    ...(isOpen(to) && { finishedAt: undefined, finishedDay: undefined }),
  };
}

function ended<T extends { id: string; endedAt?: number | undefined }>(
  interval: T,
  id: string,
  at: number,
): T {
  return interval.id === id && interval.endedAt === undefined ? { ...interval, endedAt: at } : interval;
}

function pinOf({ d }: LogEvent & { t: 'pin' }): Item['pin'] {
  if (d.above === null || d.until === undefined || d.order === undefined) return undefined;
  return { above: d.above, until: d.until, order: d.order, score: d.score ?? 0 };
}
