import * as v from 'valibot';
import {
  inventoryCommands,
  type InventoryCommandName,
  type Outcome,
  type Refusal,
  type Reply,
} from '@/utils/messaging/commands';
import { dayOf, type Day } from '@/utils/model/day';
import type { LogEvent, Via } from '@/utils/model/event';
import { idFrom, type CommandId, type ItemId } from '@/utils/model/ids';
import { reach } from './failpoints';
import { isConnectionLost, NewerDatabase, refusalOf } from './failure';
import { emptyHead, newDevice } from './head';
import { actOf, commandOf, outcomeOf, remember } from './history';
import { tick } from './hlc';
import { commandEvents } from './log';
import { project, type Projection } from './project';
import { inTransaction, type Rows } from './rows';
import { SCHEMA, type Head, type InventoryDatabase } from './schema';
import { VERBS } from './verbs';
import type { EventDraft, Scene, Verb } from './verbs/verb';

export type CommandContext = { via: Extract<Via, 'ui' | 'capture' | 'rule'>; me?: string | undefined };

/**
 * A command with all that decides what comes of it besides the tables: carried out again on the same tables, it gives
 * the same events to the letter.
 */
export type Order = {
  id: CommandId;
  name: InventoryCommandName;
  payload: unknown;
  context: CommandContext;
  /** Instant it was given at (UTC ms), and the zone then in force. */
  at: number;
  zone: string;
};

/**
 * Carries out a command once, whatever is sent twice: one transaction holds the look for the command's id, its events,
 * every table computed from them, and the counters. It has ended on disk before this gives its reply.
 * What cannot be done comes back as a refusal with its code; only a lost connection is thrown.
 */
export async function execute(db: InventoryDatabase, order: Order, before?: Promise<unknown>): Promise<Done> {
  const parsed = v.safeParse(inventoryCommands[order.name], order.payload);
  if (!parsed.success) return refused('malformed');
  try {
    const { value, touched, head } = await inTransaction(
      db,
      (rows) => carryOut(rows, { ...order, payload: parsed.output }),
      before,
    );
    return { reply: { ok: true, value }, touched, head };
  } catch (error) {
    // The caller opens the database again and repeats the same id.
    if (isConnectionLost(error)) throw error;
    return refused(refusalOf(error));
  }
}

/** The reply, the items that the command was about, and the head row as it is now where something was written. */
export type Done = { reply: Reply; touched: ItemId[]; head?: Head | undefined };

const refused = (code: Refusal): Done => ({ reply: { ok: false, code }, touched: [] });

async function carryOut(db: Rows, order: Order): Promise<{ value: Outcome; touched: ItemId[]; head?: Head }> {
  const today = dayOf(order.at, order.zone);
  const reading = Promise.all([db.events.get(order.id), headOf(db, today)]);
  const deciding = decide(db, order, { today, head: reading.then(([, head]) => head) });
  // What it read is of no more use where the command was carried out already.
  deciding.catch(() => undefined);
  const [earlier, head] = await reading;
  // Read in the same transaction: whatever changed the version since this connection was opened, it has ended.
  if ((head.schema ?? 0) > SCHEMA) throw new NewerDatabase();
  if (earlier) return { value: await again(db, earlier), touched: [] };
  const events = stamp(await deciding, order, head);
  const first = events[0];
  if (!first) return { value: { outcome: 'nothing' }, touched: [] };
  const items = await append(db, events, head, today);
  reach('in-transaction');
  const outcome = outcomeOf(first, await undoneName(db, first), events);
  const title = outcome.itemId && items.get(outcome.itemId)?.title;
  return { value: { ...outcome, title }, touched: [...items.keys()], head };
}

/** Asks the command's verb what it means. */
async function decide(
  db: Rows,
  { id: commandId, at: now, name, payload, context }: Order,
  { today, head }: Pick<Scene, 'today' | 'head'>,
): Promise<EventDraft[]> {
  let made = 0;
  const scene: Scene = {
    ...{ db, head, commandId, now, today },
    me: context.me ?? '',
    newId: () => idFrom(commandId, now, ++made),
  };
  // The payload was parsed by the schema of this very command.
  const verb = VERBS[name] as Verb<InventoryCommandName>;
  // It takes any verb's payload; this one is its own.
  return verb(payload as never, scene);
}

/**
 * Adds stamped events to the log and brings every table up to them, inside the caller's transaction. Gives the items
 * that the events are about, as they are afterwards.
 */
export async function append(
  db: Rows,
  events: readonly LogEvent[],
  head: Head,
  today: Day,
): Promise<Projection['items']> {
  for (const event of events) if (event.act !== undefined) remember(head, event);
  head.events += events.length;
  head.schema = SCHEMA;
  head.hlc = events.at(-1)?.hlc ?? head.hlc;
  const projection = await project(db, events, head, today);
  await Promise.all([db.events.bulkAdd([...events]), projection.store(), db.meta.put(head)]);
  return projection.items;
}

/** The stored head, or that of a new inventory. */
export async function headOf(db: Pick<Rows, 'meta'>, today: Day): Promise<Head> {
  return (await db.meta.get('head')) ?? emptyHead(newDevice(), today);
}

function stamp(
  drafts: readonly EventDraft[],
  { id: command, name, ...order }: Order,
  head: Head,
): LogEvent[] {
  let hlc = head.hlc;
  return drafts.map((draft, index) => {
    hlc = tick(hlc, order.at, head.dev);
    const id = index === 0 ? command : `${command}:${String(index).padStart(3, '0')}`;
    const event = {
      ...draft,
      id,
      ws: 'me',
      dev: head.dev,
      by: 'me',
      hlc,
      at: draft.at ?? order.at,
      ...(draft.at === undefined && order.at < Number(head.hlc.slice(0, 16)) && { isBehind: true as const }),
      tz: order.zone,
      v: 1,
    };
    const named = index === 0 ? actOf(name) : {};
    // The draft is a member of the union; the envelope is the same for all.
    return { ...event, via: draft.via ?? order.context.via, q: draft.q ?? 'exact', ...named } as LogEvent;
  });
}

async function undoneName(db: Rows, first: LogEvent): Promise<string | undefined> {
  if (!first.undoOf) return undefined;
  const taken = await db.events.get(commandOf(first.undoOf));
  return taken?.undoOf ? undoneName(db, taken) : taken?.act;
}

/** The answer to a command that was carried out before, with the title that the item has now. */
async function again(db: Rows, first: LogEvent): Promise<Outcome> {
  const events = await commandEvents(db, commandOf(first.id));
  const outcome = outcomeOf(first, await undoneName(db, first), events);
  const entry = outcome.itemId && (await db.items.get(outcome.itemId));
  return entry ? { ...outcome, title: entry.item.title } : outcome;
}
