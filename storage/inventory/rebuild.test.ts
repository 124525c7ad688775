import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InventoryCommandName } from '@/utils/messaging/commands';
import { addDays, dayOf } from '@/utils/model/day';
import type { EventData, EventType, LogEvent } from '@/utils/model/event';
import { WAYS } from '@/utils/model/draft';
import { newId, type CommandId, type ItemId, type SourceKey } from '@/utils/model/ids';
import { STATES } from '@/utils/model/item';
import { lessonId } from '@/utils/model/lesson-names';
import { freshInventory, ticket } from '@/tests/support/inventory';
import { append, headOf } from './execute';
import { tick } from './hlc';
import { rebuild } from './rebuild';
import { tablesOf, TABLES, type InventoryDatabase } from './schema';

const COMMANDS: InventoryCommandName[] = [
  'item.capture',
  'item.captureMany',
  'item.observe',
  'item.moved',
  'item.way',
  'list.keep',
  'list.seen',
  'list.forget',
  'lesson.save',
  'lesson.heal',
  'lesson.remove',
  'item.add',
  'item.edit',
  'item.setState',
  'item.wait',
  'item.endWait',
  'item.block',
  'item.endBlock',
  'item.snooze',
  'item.plan',
  'item.order',
  'item.pin',
  'item.delete',
  'item.restore',
  'item.merge',
  'item.split',
  'undo',
  'redo',
];
/** `satisfies` makes this list fail to compile when a type of event is missing. */
const RAW = {
  created: { title: 'Raw' },
  set: { field: 'title', to: 'Set' },
  state: { to: 'started' },
  'wait.start': { waitId: 'w', on: 'Legal' },
  'wait.end': { waitId: 'w' },
  'block.start': { blockId: 'b', reason: 'key' },
  'block.end': { blockId: 'b' },
  est: { minutes: 10 },
  commit: { due: null },
  'tag.add': { tag: 'x' },
  'tag.rem': { tag: 'x' },
  'link.add': { from: 'a', to: 'b', type: 'relates' },
  'link.rem': {},
  'source.add': { source: ticket(99).source, url: ticket(99).url },
  'source.rem': { key: ticket(99).source.key },
  observed: { key: ticket(99).source.key, status: 'Seen' },
  merge: { into: newId<ItemId>(1) },
  deleted: {},
  restored: {},
  note: { text: 'note' },
  'sess.start': { itemId: newId<ItemId>(1) },
  'sess.end': {},
  rank: { rank: 'a5' },
  pin: { above: null },
  'plan.set': { day: null },
  'plan.lock': {},
  'series.set': { rule: 'FREQ=DAILY' },
  'series.skip': { day: dayOf(0, 'UTC') },
  baseline: { n: 1 },
  phase: { to: 'planning' },
  spend: { amount: 5 },
  policy: { limit: 3 },
  'key.grant': { device: 'd1' },
} satisfies { [T in EventType]: EventData[T] };
const ENTITIES = ['item', 'cont', 'series', 'person', 'link', 'source', 'policy', 'sess', 'plan'] as const;

const STATUSES = ['Open', 'In Progress', 'Closed', 'Weird'];
const LIST = 'web|tool.example||/list';
const rowsFor = ({ pick }: { pick: number }) => [
  { key: ticket(pick % 4).source.key, title: `Row ${pick % 4}` },
];
const lessonFor = (place: number, text: string) => {
  const about = { product: 'web', host: `host-${place}.example`, kind: 'page', field: 'dueDay' as const };
  return { ...about, id: lessonId(about), locators: [{ by: 'label', text }], example: '1 May' };
};

const steps = fc.array(
  fc.record({
    command: fc.constantFrom(...COMMANDS, 'raw' as const),
    one: fc.nat({ max: 9 }),
    other: fc.nat({ max: 9 }),
    pick: fc.nat({ max: 32 }),
    minutes: fc.integer({ min: 0, max: 3_000 }),
    backdate: fc.boolean(),
  }),
  { minLength: 5, maxLength: 60 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

async function dump(db: InventoryDatabase) {
  const [items, sources, records, head] = await Promise.all([
    db.items.toArray(),
    db.sources.toArray(),
    db.records.toArray(),
    db.meta.get('head'),
  ]);
  return { items, sources, records, head };
}

type Bench = Awaited<ReturnType<typeof freshInventory>>;

async function play({ db, clock, inventory }: Bench, step: Step): Promise<void> {
  clock.move(step.minutes * 60_000);
  const ids = await db.items.toCollection().primaryKeys();
  const [id, other] = [ids[step.one % ids.length], ids[step.other % ids.length]];
  if (step.command === 'raw') return playRaw(db, clock, step, id);
  const today = dayOf(clock.now(), clock.zone());
  const key = id && (await db.items.get(id))?.item.sources.at(-1)?.key;
  const alias = step.backdate
    ? { aliases: [`redmine|tracker.example||alias-${step.one % 3}` as SourceKey] }
    : {};
  const payloads: Record<InventoryCommandName, unknown> = {
    'item.capture': {
      draft: ticket(step.pick % 6, { status: STATUSES[step.one % 4], ...alias }),
      ...(step.backdate && { attachTo: id }),
    },
    'item.captureMany': { rows: [ticket(step.pick % 6), ticket(step.one % 6), ticket(step.other % 6)] },
    'item.observe': {
      draft: ticket(step.pick % 6, { status: STATUSES[step.one % 4], title: `Seen ${step.other}`, ...alias }),
    },
    'item.moved': { key, draft: ticket(step.one % 6, alias) },
    'item.way': { id, key, by: WAYS[step.one % 4] },
    'list.keep': {
      key: LIST,
      title: `List ${step.one}`,
      url: 'https://tool.example/list',
      rows: rowsFor(step),
    },
    'list.seen': { key: LIST, rows: rowsFor(step) },
    'list.forget': { key: LIST },
    'lesson.save': { lessons: [lessonFor(step.one % 3, `Due ${step.pick}`), lessonFor(2, 'Due')] },
    'lesson.heal': {
      id: lessonFor(step.one % 3, '').id,
      locators: [{ by: 'label', text: `Until ${step.other}` }],
    },
    'lesson.remove': { id: lessonFor(step.one % 3, '').id },
    'item.add': {
      title: `Item ${step.pick}`,
      importance: step.one % 4,
      requester: step.backdate ? 'Ana' : undefined,
    },
    'item.edit': {
      id,
      changes: {
        title: `Title ${step.pick}`,
        dueDay: addDays(today, step.pick - 9),
        tags: [`t${step.one}`],
        note: 'n',
      },
    },
    'item.setState': { id, state: STATES[step.pick % 6] },
    'item.wait': { id, on: 'Legal', followUpDay: addDays(today, step.one) },
    'item.endWait': { id },
    'item.block': { id, by: other },
    'item.endBlock': { id },
    'item.snooze': { id, untilDay: step.backdate ? null : addDays(today, 1 + step.one) },
    'item.plan': { id, day: step.backdate ? null : today },
    'item.order': { id, after: other },
    'item.pin': { id, above: other },
    'item.delete': { id },
    'item.restore': { id },
    'item.merge': { from: id, into: other },
    'item.split': { id, key },
    undo: {},
    redo: {},
  };
  await inventory.execute(newId<CommandId>(clock.now()), step.command, payloads[step.command], { via: 'ui' });
}

/** An event as it would come from elsewhere: any type, about anything, perhaps of an earlier day. */
async function playRaw(
  db: InventoryDatabase,
  clock: Bench['clock'],
  step: Step,
  id: ItemId | undefined,
): Promise<void> {
  const types = Object.keys(RAW) as EventType[];
  const t = types[step.pick % types.length] ?? 'note';
  const ent = ENTITIES[step.one % ENTITIES.length] ?? 'item';
  const now = clock.now();
  const today = dayOf(now, clock.zone());
  await db.transaction('rw', TABLES, async (transaction) => {
    const tables = tablesOf(transaction);
    const head = await headOf(tables, today);
    const eid = ent === 'item' ? (id ?? newId<ItemId>(now)) : `${ent}-${step.other}`;
    const event = {
      id: newId<CommandId>(now),
      ws: 'me',
      dev: 'd2',
      by: 'me',
      hlc: tick(head.hlc, now, head.dev),
      at: step.backdate ? now - 86_400_000 : now,
      tz: clock.zone(),
      ent,
      eid,
      t,
      d: RAW[t],
      v: 1,
      via: 'import',
      q: 'imported',
    } as LogEvent; // type and data belong together in RAW
    await append(tables, [event], head, today);
  });
}

test(
  'rebuilding every table from the log gives the same tables, whatever happened',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const bench = await freshInventory();
        for (const step of history) await play(bench, step);
        await bench.inventory.refreshDay();
        const today = dayOf(bench.clock.now(), bench.clock.zone());
        const { refreshDay } = await import('./refresh-day');
        await refreshDay(bench.db, today, { always: true });
        const before = await dump(bench.db);
        await rebuild(bench.db, today);
        expect(await dump(bench.db)).toEqual(before);
        bench.db.close();
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  },
);
