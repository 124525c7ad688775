import type { CommandName, Reply } from '@/utils/messaging/commands';
import type { ViewName, ViewValues } from '@/utils/messaging/views';
import type { LockView } from '@/utils/model/lock';
import type { Day } from '@/utils/model/day';
import type { CommandId, ItemId } from '@/utils/model/ids';
import type { ItemCard, ItemRow, Overview } from '@/utils/model/row';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import type { send, watch } from '@/utils/messaging/client';
import type { Gate } from '@/utils/messaging/gate';

// A literal of the right form.
export const TODAY = '2026-11-23' as Day;
let made = 0;

/** An ordinary row of Next, but for what is given; each has an id and a place of its own. */
export function aRow(given: Partial<ItemRow> = {}): ItemRow {
  made += 1;
  return {
    // Written in the form of an id.
    id: `01930000-0000-7000-8000-${String(made).padStart(12, '0')}` as ItemId,
    title: `Task ${made}`,
    state: 'ready',
    list: 'next',
    importance: 0,
    score: 0,
    sourceCount: 0,
    isBlocked: false,
    isPinned: false,
    order: made,
    ...given,
  };
}

/** An overview of these rows, each in the list that it says; 50 of Next at most, as the background sends it. */
export function anOverview(rows: readonly ItemRow[], given: Partial<Overview> = {}): Overview {
  const inList = (list: ItemRow['list']) => rows.filter((row) => row.list === list);
  const next = inList('next');
  const last = next[49];
  return {
    day: TODAY,
    counts: {
      ...{ today: inList('today').length, next: next.length, waiting: inList('waiting').length },
      ...{ triage: inList('triage').length, snoozed: inList('snoozed').length, done: inList('done').length },
      ...{ trash: 0, merged: 0, started: 0, doneToday: inList('done').length, chase: 0, drift: 0 },
    },
    todayLimit: 6,
    today: inList('today'),
    next: {
      rows: next.slice(0, 50),
      next: last && next.length > 50 ? { order: last.order, id: last.id } : undefined,
    },
    waiting: inList('waiting'),
    triage: inList('triage'),
    snoozed: inList('snoozed'),
    doneToday: inList('done'),
    drift: rows.filter(({ drift }) => drift),
    ...given,
  };
}

/** A card of a row, with nothing more than the row says. */
export const aCard = (row: ItemRow, given: Partial<ItemCard> = {}): ItemCard => ({
  item: {
    ...{ id: row.id, title: row.title, note: '', state: row.state, importance: row.importance },
    ...{ tags: [], sources: [], waits: [], blocks: [], edited: [] },
    ...{ createdAt: 0, createdDay: TODAY, hlc: '' },
  },
  row,
  terms: [],
  sources: [],
  history: [],
  historyCount: 0,
  blockedBy: [],
  mergedFrom: [],
  ...given,
});

/** No passphrase was set. */
export const NO_LOCK: LockView = { isSet: false, isLocked: false, waiting: 0 };

type Sent = { name: CommandName; payload: unknown; id: CommandId | undefined };
type Views = { [N in ViewName]?: ViewValues[N] | ((args: never) => ViewValues[N]) };

/** The other end of a surface: views that a test sets, commands that it reads and answers. */
export function createFakeWire(first: Views) {
  let views: Views = { settings: USUAL_SETTINGS, lock: NO_LOCK, ...first };
  const sent: Sent[] = [];
  const asked: { name: ViewName; args: unknown }[] = [];
  const watchers = new Set<{
    name: ViewName;
    args: unknown;
    take: (value: never) => void;
    fail?: (problem: string) => void;
  }>();
  let answer = (_: Sent): Reply => ({ ok: true, value: { outcome: 'done' } });
  const tell = ({ name, args, take }: { name: ViewName; args: unknown; take: (value: never) => void }) => {
    const view = views[name];
    if (view === undefined) return;
    // A test gives for each name the view of that name.
    take((typeof view === 'function' ? view(args as never) : view) as never);
  };
  const wire: { send: typeof send; watch: typeof watch; gate: Gate } = {
    gate: { opens: () => true },
    send: async (name, payload, id) => {
      const one = { name, payload, id };
      sent.push(one);
      return answer(one);
    },
    watch: (name, args, take, fail) => {
      const watcher = { name, args, take, ...(fail && { fail }) };
      watchers.add(watcher);
      asked.push({ name, args });
      queueMicrotask(() => watchers.has(watcher) && tell(watcher));
      return () => watchers.delete(watcher);
    },
  };
  return {
    wire,
    sent,
    asked,
    /** How many views are watched now. */
    watching: () => watchers.size,
    show: (next: Views) => {
      views = { ...views, ...next };
      for (const watcher of watchers) if (watcher.name in next) tell(watcher);
    },
    /** A view cannot be given. */
    refuse: (name: ViewName, problem: string) => {
      for (const watcher of watchers) if (watcher.name === name) watcher.fail?.(problem);
    },
    reply: (next: (command: Sent) => Reply) => {
      answer = next;
    },
    /** What was sent, without greetings. */
    commands: () => sent.filter(({ name }) => name !== 'surface.hello'),
  };
}
