import { dayOf } from './day';
import { effectiveEvents } from './effective';
import type { LogEvent, ObservedData } from './event';
import type { ItemId } from './ids';
import { isOpen, type Item } from './item';

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

/** What one event changes. Fields set to undefined are gone. */
function change(item: Item, event: LogEvent): Partial<Item> {
  switch (event.t) {
    case 'set':
      return setField(item, event);
    case 'state':
      return entered(item, event.d.to, event);
    case 'wait.start': {
      const { waitId, ...wait } = event.d;
      return { waits: [...item.waits.filter(({ id }) => id !== waitId), { id: waitId, ...wait, since: event.at }] };
    }
    case 'wait.end':
      return { waits: item.waits.map((wait) => ended(wait, event.d.waitId, event.at)) };
    case 'block.start': {
      const { blockId, ...block } = event.d;
      return { blocks: [...item.blocks.filter(({ id }) => id !== blockId), { id: blockId, ...block, since: event.at }] };
    }
    case 'block.end':
      return { blocks: item.blocks.map((block) => ended(block, event.d.blockId, event.at)) };
    case 'est':
      return { sizeMinutes: event.d.minutes ?? undefined };
    case 'commit':
      return {
        ...(event.d.due !== undefined && { dueDay: event.d.due ?? undefined, edited: withEdited(item, 'dueDay', event) }),
        ...(event.d.promised !== undefined && { promisedDay: event.d.promised ?? undefined }),
      };
    case 'tag.add':
      return { tags: item.tags.includes(event.d.tag) ? item.tags : [...item.tags, event.d.tag] };
    case 'tag.rem':
      return { tags: item.tags.filter((tag) => tag !== event.d.tag) };
    case 'source.add':
      return addSource(item, event);
    case 'source.rem':
      return { sources: item.sources.filter(({ key }) => key !== event.d.key) };
    case 'observed':
      return observed(item, event.d, event.at);
    case 'merge':
      return { mergedInto: event.d.into };
    case 'deleted':
      return { trashedAt: event.at };
    case 'restored':
      return { trashedAt: undefined };
    case 'note':
      return { note: event.d.text };
    case 'rank':
      return { rank: event.d.rank };
    case 'pin':
      return { pin: pinOf(event) };
    case 'plan.set':
      return { planDay: event.d.day ?? undefined, rank: event.d.day === null ? undefined : (event.d.rank ?? item.rank) };
    // These speak of other entities, or are facts that no field of an item holds.
    case 'created':
    case 'link.add':
    case 'link.rem':
    case 'sess.start':
    case 'sess.end':
    case 'plan.lock':
    case 'series.set':
    case 'series.skip':
    case 'baseline':
    case 'phase':
    case 'spend':
    case 'policy':
    case 'key.grant':
      return {};
  }
}

/** Fields that a `set` may change; anything else in a log from elsewhere is left alone. */
const SETTABLE = new Set<string>([
  'title', 'importance', 'expedite', 'startAfterDay', 'owner', 'requester', 'project', 'check',
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
function entered(item: Item | undefined, to: Item['state'], event: LogEvent): Pick<Item, 'state'> & Partial<Item> {
  const day = dayOf(event.at, event.tz);
  const starts = to === 'started' && item?.startedAt === undefined;
  const finishes = !isOpen(to) && (item === undefined || item.state !== to);
  return {
    state: to,
    ...(starts && { startedAt: event.at, startedDay: day }),
    ...(finishes && { finishedAt: event.at, finishedDay: day }),
    ...(isOpen(to) && { finishedAt: undefined, finishedDay: undefined }),
  };
}

function ended<T extends { id: string; endedAt?: number | undefined }>(interval: T, id: string, at: number): T {
  return interval.id === id && interval.endedAt === undefined ? { ...interval, endedAt: at } : interval;
}

function addSource(item: Item, event: LogEvent & { t: 'source.add' }): Partial<Item> {
  const { source, url, status } = event.d;
  const others = item.sources.filter(({ key }) => key !== source.key);
  return { sources: [...others, { ...source, url, status, firstSeenAt: event.at, lastSeenAt: event.at }] };
}

/** What was seen at the source: its own facts always, the item's fields only where the person has not set them. */
function observed(item: Item, seen: ObservedData, at: number): Partial<Item> {
  const { key, url, status, sure, ...fields } = seen;
  const free = Object.entries(fields).filter(([field, value]) => value !== undefined && !item.edited.includes(field));
  return {
    sources: item.sources.map((source) =>
      source.key === key
        ? { ...source, lastSeenAt: Math.max(at, source.lastSeenAt), url: url ?? source.url, status: status ?? source.status }
        : source,
    ),
    ...Object.fromEntries(free),
    ...(sure && { check: undefined }),
  };
}

function pinOf({ d }: LogEvent & { t: 'pin' }): Item['pin'] {
  if (d.above === null || d.until === undefined || d.order === undefined) return undefined;
  return { above: d.above, until: d.until, order: d.order, score: d.score ?? 0 };
}
