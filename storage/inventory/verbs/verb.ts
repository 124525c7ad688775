import type { InventoryCommandName, Parsed, Refusal } from '@/utils/messaging/commands';
import type { Day } from '@/utils/model/day';
import type { Entity, EventData, EventType, Quality, Via } from '@/utils/model/event';
import type { CommandId, ItemId } from '@/utils/model/ids';
import type { Item } from '@/utils/model/item';
import type { Rows } from '../rows';
import type { Head } from '../schema';

/** An event before it is stamped with clock, device and command. */
export type EventDraft = {
  [T in EventType]: {
    ent: Entity;
    eid: string;
    t: T;
    d: EventData[T];
    at?: number;
    via?: Via;
    q?: Quality;
    undoOf?: string;
  };
}[EventType];

/** What a verb may look at while it decides. All of it inside the command's own transaction. */
export type Scene = {
  db: Rows;
  /** On its way: what a verb reads besides travels together with it. */
  head: Promise<Head>;
  commandId: CommandId;
  now: number;
  today: Day;
  /** The person's own name, as the tools write it; empty when not told. */
  me: string;
  /** The next id that follows from the command: carried out again, it gives the same ids in the same order. */
  newId<Id extends string>(): Id;
};

/** A verb decides which events a command means; an empty list means that nothing needs to change. */
export type Verb<N extends InventoryCommandName> = (
  payload: Parsed<N>,
  scene: Scene,
) => Promise<EventDraft[]>;

/** A command that cannot be carried out; the code reaches the surface. */
export class Refused extends Error {
  readonly code: Refusal;
  constructor(code: Refusal) {
    super(code);
    this.name = 'Refused';
    this.code = code;
  }
}

/** The item as it is; refused with `no-item` when it is not there or was merged away. */
export async function itemFor(id: ItemId, { db }: Scene): Promise<Item> {
  const entry = await db.items.get(id);
  if (!entry || entry.item.mergedInto) throw new Refused('no-item');
  return entry.item;
}

/** An event about an item. */
export const about = <T extends EventType>(eid: ItemId, t: T, d: EventData[T]): EventDraft =>
  // One member of the union by construction: type and data belong together.
  ({ ent: 'item', eid, t, d }) as EventDraft;

/** An event about anything but an item. */
export const aboutRecord = <T extends EventType>(
  ent: Exclude<Entity, 'item'>,
  eid: string,
  t: T,
  d: EventData[T],
): EventDraft =>
  // As above.
  ({ ent, eid, t, d }) as EventDraft;

export const freshItemId = (scene: Scene): ItemId => scene.newId();
