import * as v from 'valibot';
import {
  inventoryCommands,
  type InventoryCommandName,
  type Outcome,
  type Refusal,
  type Reply,
} from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import { dayOf, type Day } from '@/utils/model/day';
import type { LogEvent, Via } from '@/utils/model/event';
import type { CommandId, ItemId } from '@/utils/model/ids';
import { isConnectionLost, refusalOf } from './failure';
import { emptyHead, newDevice } from './head';
import { actOf, commandOf, outcomeOf, remember } from './history';
import { tick } from './hlc';
import { commandEvents } from './log';
import { project, type Projection } from './project';
import { tablesOf, TABLES, type Head, type InventoryDatabase, type Tables } from './schema';
import { VERBS } from './verbs';
import type { EventDraft, Scene, Verb } from './verbs/verb';

export type CommandContext = { via: Extract<Via, 'ui' | 'capture' | 'rule'>; me?: string };

/**
 * Carries out a command once, whatever is sent twice: one transaction holds the look for the command's id, its events,
 * every table computed from them, and the counters. It has ended on disk before this gives its reply.
 * What cannot be done comes back as a refusal with its code; only a lost connection is thrown.
 */
export async function execute(
  db: InventoryDatabase,
  clock: Clock,
  command: { id: CommandId; name: InventoryCommandName; payload: unknown },
  context: CommandContext,
): Promise<Done> {
  const parsed = v.safeParse(inventoryCommands[command.name], command.payload);
  if (!parsed.success) return refused('malformed');
  try {
    const { value, touched } = await db.transaction('rw', TABLES, (transaction) =>
      carryOut(tablesOf(transaction), clock, { ...command, payload: parsed.output }, context),
    );
    return { reply: { ok: true, value }, touched };
  } catch (error) {
    // The caller opens the database again and repeats the same id.
    if (isConnectionLost(error)) throw error;
    return refused(refusalOf(error));
  }
}

/** The reply, and the items that the command was about. */
export type Done = { reply: Reply; touched: ItemId[] };

const refused = (code: Refusal): Done => ({ reply: { ok: false, code }, touched: [] });

type ParsedCommand = { id: CommandId; name: InventoryCommandName; payload: unknown };

async function carryOut(
  db: Tables,
  clock: Clock,
  command: ParsedCommand,
  context: CommandContext,
): Promise<{ value: Outcome; touched: ItemId[] }> {
  const now = clock.now();
  const today = dayOf(now, clock.zone());
  const [earlier, head] = await Promise.all([db.events.get(command.id), headOf(db, today)]);
  if (earlier) return { value: await again(db, earlier), touched: [] };
  const scene: Scene = { db, head, commandId: command.id, now, today, me: context.me ?? '' };
  // The payload was parsed by the schema of this very command.
  const verb = VERBS[command.name] as Verb<InventoryCommandName>;
  // It takes any verb's payload; this one is its own.
  const drafts = await verb(command.payload as never, scene);
  const events = stamp(drafts, { command, context, head, now, zone: clock.zone() });
  const first = events[0];
  if (!first) return { value: { outcome: 'nothing' }, touched: [] };
  const items = await append(db, events, head, today);
  const outcome = outcomeOf(first, await undoneName(db, first), events);
  const title = outcome.itemId && items.get(outcome.itemId)?.title;
  return { value: { ...outcome, title }, touched: [...items.keys()] };
}

/**
 * Adds stamped events to the log and brings every table up to them, inside the caller's transaction. Gives the items
 * that the events are about, as they are afterwards.
 */
export async function append(
  db: Tables,
  events: readonly LogEvent[],
  head: Head,
  today: Day,
): Promise<Projection['items']> {
  for (const event of events) if (event.act !== undefined) remember(head, event);
  head.events += events.length;
  head.hlc = events.at(-1)?.hlc ?? head.hlc;
  const projection = await project(db, events, head, today);
  await Promise.all([db.events.bulkAdd([...events]), projection.store(), db.meta.put(head)]);
  return projection.items;
}

/** The stored head, or that of a new inventory. */
export async function headOf(db: Pick<Tables, 'meta'>, today: Day): Promise<Head> {
  return (await db.meta.get('head')) ?? emptyHead(newDevice(), today);
}

type Stamp = { command: ParsedCommand; context: CommandContext; head: Head; now: number; zone: string };

function stamp(drafts: readonly EventDraft[], { command, context, head, now, zone }: Stamp): LogEvent[] {
  let hlc = head.hlc;
  return drafts.map((draft, index) => {
    hlc = tick(hlc, now, head.dev);
    const id = index === 0 ? command.id : `${command.id}:${String(index).padStart(3, '0')}`;
    const event = {
      ...draft,
      id,
      ws: 'me',
      dev: head.dev,
      by: 'me',
      hlc,
      at: draft.at ?? now,
      tz: zone,
      v: 1,
    };
    const named = index === 0 ? actOf(command.name) : {};
    // The draft is a member of the union; the envelope is the same for all.
    return { ...event, via: draft.via ?? context.via, q: draft.q ?? 'exact', ...named } as LogEvent;
  });
}

async function undoneName(db: Tables, first: LogEvent): Promise<string | undefined> {
  if (!first.undoOf) return undefined;
  const taken = await db.events.get(commandOf(first.undoOf));
  return taken?.undoOf ? undoneName(db, taken) : taken?.act;
}

/** The answer to a command that was carried out before, with the title that the item has now. */
async function again(db: Tables, first: LogEvent): Promise<Outcome> {
  const events = await commandEvents(db, commandOf(first.id));
  const outcome = outcomeOf(first, await undoneName(db, first), events);
  const entry = outcome.itemId && (await db.items.get(outcome.itemId));
  return entry ? { ...outcome, title: entry.item.title } : outcome;
}
