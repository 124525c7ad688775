/** What a step of the soak sends, and what it means where it is acknowledged. */
import * as fc from 'fast-check';
import type { CommandName, Reply } from '@/utils/messaging/commands';
import { ticket } from '../../support/inventory';
import { isLive, isOpen, listOf, type Change, type Expected, type Model, type Source } from './model';

/** How often each kind of step comes, of all together. */
const WEIGHTS = {
  ...{ capture: 8, attach: 2, rows: 2, add: 5, title: 6, note: 6, due: 4, state: 10, wait: 4, endWait: 3 },
  ...{
    block: 4,
    endBlock: 2,
    snooze: 3,
    plan: 5,
    order: 3,
    pin: 2,
    delete: 3,
    restore: 3,
    merge: 3,
    split: 3,
  },
  ...{ undo: 12, redo: 7, both: 4, snapshot: 1, killWorker: 2, restart: 0.2, crash: 0.2 },
} as const;
export type Kind = keyof typeof WEIGHTS;

/** A step in numbers, which mean what there is to choose from when it is taken: any part of a run is a run. */
export type Step = { do: Kind; a: number; b: number; who: number };

const kinds = Object.entries(WEIGHTS).map(([kind, weight]) => ({
  weight: Math.round(weight * 10),
  // A key of the table above.
  arbitrary: fc.constant(kind as Kind),
}));
export const steps: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof(...kinds),
  a: fc.noBias(fc.nat(9_999)),
  b: fc.noBias(fc.nat(9_999)),
  who: fc.nat(1),
});

export const inWords = ({ do: kind, a, b, who }: Step): string => `${kind}(${a},${b})${who === 1 ? '’' : ''}`;

export type Deed = {
  name: CommandName;
  payload: unknown;
  /** Changes where it is acknowledged. `items`: that the reply tells of, or that came in by it. */
  means(reply: Reply): Change[];
  /** It tells only what a page shows. */
  isSeen?: boolean;
};

/** No more items than this are made: then what is held in memory grows by a leak alone. */
export const MOST = 110;
/** Tickets there are in this world. */
const TICKETS = 50;
const STATES = ['ready', 'started', 'done', 'canceled', 'backlog', 'triage'] as const;

export type World = { model: Model; today: string; dayAfter(days: number): string };

const nth = <T>(all: readonly T[], number: number): T | undefined => all[number % Math.max(1, all.length)];

/** Which items a step is about where there are any: on most others it would change nothing. */
const PREFERRED: Partial<Record<Kind, (item: Expected, today: string) => boolean>> = {
  restore: ({ isTrashed }) => isTrashed,
  endWait: ({ waits }) => waits.length > 0,
  endBlock: ({ blocks }) => blocks.length > 0,
  order: (item, today) => listOf(item, today) === 'today',
  pin: (item, today) => listOf(item, today) === 'next',
};

/** The command of a step about items; undefined where there is nothing that it could be about. */
export function deedOf({ do: kind, a, b }: Step, world: World, step: number): Deed | undefined {
  const { model } = world;
  const there = [...model.items].filter(([, item]) => item.mergedInto === undefined);
  const ids = there.map(([id]) => id);
  const apt = there.filter(([, each]) => PREFERRED[kind]?.(each, world.today));
  const id = nth(apt, a)?.[0] ?? nth(ids, a) ?? '';
  const item = model.items.get(id);
  const words = `Said in step ${step}`;
  if (kind === 'capture' || !item) return capture(model, ticket(a % TICKETS));
  const put =
    (fields: Partial<Expected>): (() => Change[]) =>
    () => [{ do: 'put', id, fields }];
  const edit = (changes: object, fields: Partial<Expected>): Deed => ({
    ...{ name: 'item.edit', payload: { id, changes }, means: put(fields) },
  });
  const due = b % 4 === 0 ? undefined : world.dayAfter((b % 30) - 5);
  switch (kind) {
    case 'attach':
      return capture(model, ticket(b % TICKETS), id);
    case 'add':
      return model.items.size < MOST ? add(world, words, b) : edit({ note: words }, { note: words });
    case 'title':
      return edit({ title: words }, { title: words, isTitleEdited: true });
    case 'note':
      return edit({ note: words }, { note: words });
    case 'due':
      return edit({ dueDay: due ?? null }, { dueDay: due });
    case 'state':
      return setState(id, item, nth(STATES, b) ?? 'ready');
    case 'wait': {
      const judged: Change[] = item.state === 'triage' ? [{ do: 'put', id, fields: { state: 'ready' } }] : [];
      const n = model.nextInterval();
      return {
        name: 'item.wait',
        payload: { id, on: words },
        means: () => [{ do: 'wait', id, n }, ...judged],
      };
    }
    case 'endWait':
      return { name: 'item.endWait', payload: { id }, means: () => [{ do: 'endWaits', id, ns: item.waits }] };
    case 'block': {
      const by = b % 3 === 0 ? undefined : nth(ids, b);
      const n = model.nextInterval();
      const payload = { id, ...(by ? { by } : { reason: words }) };
      return { name: 'item.block', payload, means: () => [{ do: 'block', id, n, by }] };
    }
    case 'endBlock':
      return {
        ...{ name: 'item.endBlock', payload: { id } },
        means: () => [{ do: 'endBlocks', id, ns: item.blocks.map(({ n }) => n) }],
      };
    default:
      return placeOrKeep(kind, { id, item, ids, b, world });
  }
}

/** In the same list, where an order by hand or a pin has a meaning; a merge takes from anywhere. */
const isNear = (id: string, item: Expected, { model, today }: World): boolean => {
  const other = model.items.get(id);
  return other !== undefined && listOf(other, today) === listOf(item, today);
};

type About = { id: string; item: Expected; ids: string[]; b: number; world: World };

function placeOrKeep(kind: Kind, { id, item, ids, b, world }: About): Deed | undefined {
  const near = kind === 'merge' ? ids : ids.filter((each) => isNear(each, item, world));
  const other = nth(near, b) ?? id;
  const put =
    (fields: Partial<Expected>): (() => Change[]) =>
    () => [{ do: 'put', id, fields }];
  switch (kind) {
    case 'snooze': {
      const until = b % 3 === 0 ? undefined : world.dayAfter(1 + (b % 9));
      const fields = { startAfterDay: until, ...(until !== undefined && { planDay: undefined }) };
      return { name: 'item.snooze', payload: { id, untilDay: until ?? null }, means: put(fields) };
    }
    case 'plan': {
      if (b % 4 === 0)
        return { name: 'item.plan', payload: { id, day: null }, means: put({ planDay: undefined }) };
      const judged = item.state === 'triage' ? { state: 'ready' as const } : {};
      const fields = { planDay: world.today, startAfterDay: undefined, ...judged };
      return { name: 'item.plan', payload: { id, day: world.today }, means: put(fields) };
    }
    case 'order':
      return { name: 'item.order', payload: { id, ...(other !== id && { before: other }) }, means: () => [] };
    case 'pin':
      return { name: 'item.pin', payload: { id, above: b % 3 === 0 ? null : other }, means: () => [] };
    case 'delete':
      return { name: 'item.delete', payload: { id }, means: put({ isTrashed: true }) };
    case 'restore':
      return { name: 'item.restore', payload: { id }, means: put({ isTrashed: false }) };
    case 'merge':
      return {
        name: 'item.merge',
        payload: { from: id, into: other },
        means: () => merged(id, other, world.model),
      };
    default:
      return undefined;
  }
}

/** What capturing a page or a row again means for the item that has it. */
export function seenAgain(id: string, item: Expected, { key, title }: Source): Change[] {
  const first = item.sources[0];
  const told: Change[] = first?.key === key && item.title !== title ? [{ do: 'told', id, title }] : [];
  return [...(item.isTrashed ? [{ do: 'put', id, fields: { isTrashed: false } } as const] : []), ...told];
}

function capture(model: Model, draft: ReturnType<typeof ticket>, attachTo?: string): Deed {
  const source = { key: String(draft.source.key), title: draft.title, label: draft.source.label };
  const known = model.holder(source.key);
  const item = known === undefined ? undefined : model.items.get(known);
  const payload = { draft, ...(attachTo !== undefined && { attachTo }) };
  if (known !== undefined && item) {
    const isSeen = !item.isTrashed;
    return { name: 'item.capture', payload, isSeen, means: () => seenAgain(known, item, source) };
  }
  const means = (reply: Reply): Change[] => {
    const id = attachTo ?? (reply.ok ? (reply.value.itemId ?? '') : '');
    const begins = { do: 'create', id, facts: { title: draft.title } } as const;
    return [...(attachTo === undefined ? [begins] : []), { do: 'addSource', id, source }];
  };
  return { name: 'item.capture', payload, means };
}

function add({ today, dayAfter }: World, title: string, b: number): Deed {
  const dueDay = b % 3 === 0 ? { dueDay: dayAfter(b % 20) } : {};
  const planDay = b % 5 === 0 ? { planDay: today } : {};
  const facts = { title, ...dueDay, ...planDay };
  return {
    ...{ name: 'item.add', payload: facts },
    means: (reply) => {
      const id = reply.ok ? (reply.value.itemId ?? '') : '';
      return [{ do: 'create', id, facts: { ...facts, state: 'ready' } }];
    },
  };
}

function setState(id: string, item: Expected, state: Expected['state']): Deed {
  const ends: Change[] = isOpen({ ...item, state })
    ? []
    : [
        { do: 'endWaits', id, ns: item.waits },
        { do: 'endBlocks', id, ns: item.blocks.map(({ n }) => n) },
      ];
  const payload = { id, state };
  return { name: 'item.setState', payload, means: () => [{ do: 'put', id, fields: { state } }, ...ends] };
}

/** What `into` lacks, all sources, open waits and blocks; what `from` stopped, `into` stops. */
function merged(from: string, into: string, model: Model): Change[] {
  const [old, kept] = [model.items.get(from), model.items.get(into)];
  if (!old || !kept) return [];
  const note = old.note === '' ? kept.note : [kept.note, old.note].filter(Boolean).join('\n\n');
  const dueDay = kept.dueDay ?? old.dueDay;
  const moved = old.sources.flatMap((source): Change[] => [
    { do: 'removeSource', id: from, key: source.key },
    { do: 'addSource', id: into, source },
  ]);
  const waits = old.waits.map((): Change => ({ do: 'wait', id: into, n: model.nextInterval() }));
  const blocks = old.blocks
    .filter(({ by }) => by !== into)
    .map(({ by }): Change => ({ do: 'block', id: into, n: model.nextInterval(), by }));
  return [
    { do: 'put', id: from, fields: { mergedInto: into } },
    ...moved,
    { do: 'put', id: into, fields: { note, dueDay } },
    ...waits,
    ...blocks,
    ...[...model.items].flatMap(([id, item]) => passedOn(id, item, { from, into, model })),
  ];
}

type Merge = { from: string; into: string; model: Model };

function passedOn(id: string, item: Expected, { from, into, model }: Merge): Change[] {
  if (!isLive(item)) return [];
  return item.blocks
    .filter(({ by }) => by === from)
    .flatMap(({ n }): Change[] => [
      { do: 'endBlocks', id, ns: [n] },
      ...(id === into ? [] : [{ do: 'block', id, n: model.nextInterval(), by: into } as const]),
    ]);
}
