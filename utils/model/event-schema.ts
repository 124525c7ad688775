/**
 * Parses events that come from outside: a backup file. A closed list: every type that can happen with what it may say,
 * and nothing that a fold of events would lay over an item unseen. It takes all that this program ever wrote.
 */
import * as v from 'valibot';
import { DaySchema } from './day-schema';
import { CHECK_REASONS, WAYS } from './draft';
import { ENTITIES, type EventType, type LogEvent } from './event';
import { isUuid } from './ids';
import { LIMITS } from './limits';
import { ImportanceSchema, ItemIdSchema, StateSchema } from './schemas';

const text = v.pipe(v.string(), v.maxLength(LIMITS.note));
const short = v.pipe(v.string(), v.maxLength(200));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.url + LIMITS.nativeId + 400));
const day = DaySchema;
const instant = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const minutes = v.pipe(v.number(), v.finite());
const tags = v.pipe(v.array(text), v.maxLength(1_000));
const ways = v.pipe(v.array(v.strictObject({ by: v.picklist(WAYS), url: text })), v.maxLength(50));
const keys = v.pipe(v.array(key), v.maxLength(50));
const check = v.picklist(CHECK_REASONS);
const anyFields = v.record(v.string(), v.unknown());

const source = v.strictObject({
  product: short,
  host: text,
  scope: text,
  nativeId: text,
  kind: short,
  key,
  label: v.optional(text),
});

/** What a `set` may say of an item, by its field; another field is left alone by every fold. */
const SET_TO: Record<string, v.GenericSchema> = {
  title: text,
  importance: ImportanceSchema,
  expedite: v.nullable(v.literal(1)),
  startAfterDay: v.nullable(day),
  owner: v.nullable(text),
  requester: v.nullable(text),
  project: v.nullable(text),
  check: v.nullable(check),
};
const set = v.pipe(
  v.strictObject({ field: v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)), to: v.unknown() }),
  v.check(({ field, to }) => !Object.hasOwn(SET_TO, field) || v.is(SET_TO[field] ?? v.never(), to)),
);

/** What each type of event may say of an item. */
const OF_ITEM: Record<EventType, v.GenericSchema> = {
  created: v.strictObject({
    title: text,
    state: v.optional(StateSchema),
    note: v.optional(text),
    importance: v.optional(ImportanceSchema),
    dueDay: v.optional(day),
    owner: v.optional(text),
    requester: v.optional(text),
    project: v.optional(text),
    tags: v.optional(tags),
    sizeMinutes: v.optional(minutes),
    check: v.optional(check),
  }),
  set,
  state: v.strictObject({ to: StateSchema }),
  'wait.start': v.strictObject({
    waitId: short,
    on: text,
    reason: v.optional(text),
    followUpDay: v.optional(day),
    promisedDay: v.optional(day),
  }),
  'wait.end': v.strictObject({ waitId: short }),
  'block.start': v.strictObject({
    blockId: short,
    by: v.optional(ItemIdSchema),
    reason: v.optional(text),
  }),
  'block.end': v.strictObject({ blockId: short }),
  est: v.strictObject({ minutes: v.nullable(minutes) }),
  commit: v.strictObject({ due: v.nullish(day), promised: v.nullish(day) }),
  'tag.add': v.strictObject({ tag: text }),
  'tag.rem': v.strictObject({ tag: text }),
  'source.add': v.strictObject({
    source,
    url: text,
    status: v.optional(text),
    aliases: v.optional(keys),
    ways: v.optional(ways),
    title: v.optional(text),
    quote: v.optional(text),
    way: v.optional(v.picklist(WAYS)),
    statusAt: v.optional(instant),
    seenAt: v.optional(instant),
  }),
  'source.rem': v.strictObject({ key }),
  observed: v.strictObject({
    key,
    aliases: v.optional(keys),
    ways: v.optional(ways),
    way: v.optional(v.picklist(WAYS)),
    url: v.optional(text),
    status: v.optional(text),
    title: v.optional(text),
    dueDay: v.optional(day),
    owner: v.optional(text),
    requester: v.optional(text),
    project: v.optional(text),
    sure: v.optional(v.literal(true)),
  }),
  merge: v.strictObject({ into: ItemIdSchema }),
  note: v.strictObject({ text }),
  rank: v.strictObject({ rank: short }),
  pin: v.strictObject({
    above: v.nullable(ItemIdSchema),
    until: v.optional(day),
    order: v.optional(v.pipe(v.number(), v.finite())),
    score: v.optional(v.pipe(v.number(), v.finite())),
  }),
  'plan.set': v.strictObject({ day: v.nullable(day), rank: v.optional(short) }),
  deleted: anyFields,
  restored: anyFields,
  'link.add': anyFields,
  'link.rem': anyFields,
  'sess.start': anyFields,
  'sess.end': anyFields,
  'plan.lock': anyFields,
  'series.set': anyFields,
  'series.skip': anyFields,
  baseline: anyFields,
  phase: anyFields,
  spend: anyFields,
  policy: anyFields,
  'key.grant': anyFields,
};

/** The id of a command, and of its further events with ":001", ":002" … behind it. */
const EVENT_ID = /^([0-9a-f-]{36})(:\d{3,6})?$/;
const eventId = v.custom<string>(
  (id) => typeof id === 'string' && id.length <= 43 && EVENT_ID.test(id) && isUuid(id.slice(0, 36)),
);

const zones = new Map<string, boolean>();
/** True for a zone that this browser can count days in: an unknown one would break every fold of the event. */
function isZone(zone: unknown): boolean {
  if (typeof zone !== 'string' || zone.length > 60) return false;
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let isKnown = true;
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    isKnown = false;
  }
  if (zones.size < 1_000) zones.set(zone, isKnown);
  return isKnown;
}

const EnvelopeSchema = v.strictObject({
  id: eventId,
  ws: short,
  dev: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  by: short,
  hlc: v.pipe(v.string(), v.regex(/^\d{16}-[0-9a-f]{4}-[\w-]{1,60}$/)),
  at: instant,
  isBehind: v.optional(v.literal(true)),
  tz: v.custom<string>(isZone),
  ent: v.picklist(ENTITIES),
  eid: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.url + LIMITS.nativeId + 400)),
  v: v.literal(1),
  via: v.picklist(['ui', 'capture', 'import', 'recur', 'undo', 'rule']),
  q: v.picklist(['exact', 'imported', 'inferred']),
  act: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z.]{1,60}$/))),
  undoOf: v.optional(eventId),
  t: v.string(),
  d: anyFields,
});

/** True for what an event of this program can be. Give it a copy without foreign prototypes (`ownCopy`). */
export function isLogEvent(value: unknown): value is LogEvent {
  const envelope = v.safeParse(EnvelopeSchema, value);
  if (!envelope.success) return false;
  const { ent, eid, t, d } = envelope.output;
  if (!Object.hasOwn(OF_ITEM, t)) return false;
  if (ent !== 'item') return t !== 'set' || (typeof d['field'] === 'string' && /^\w{1,40}$/.test(d['field']));
  // The line above saw that it is a type's name.
  return isUuid(eid) && v.is(OF_ITEM[t as EventType], d);
}
