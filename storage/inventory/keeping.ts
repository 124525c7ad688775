/** The inventory's own keeping: snapshots, recovery, and what is told of them. */
import type { Refusal } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { LogEvent } from '@/utils/model/event';
import { FROM_ASIDE, START_EMPTY, type RecoveryView } from '@/utils/model/recovery';
import { createAside, type Aside } from './aside';
import type { Connection } from './connection';
import type { DiskGauge } from './disk-gauge';
import { refusalOf } from './failure';
import { readJournal } from './journal';
import { readHead } from './raw';
import { restore, startEmpty, type Origin } from './recovery';
import type { SecondCopy } from './second-copy';
import { isFewer } from './sentinel';
import type { Snapshots } from './snapshot';
import { LogHasHoles } from './snapshot/write';
import { Refused } from './verbs/verb';

export type Keeping = {
  /** What there is to bring the inventory back from, and its state. Never throws. */
  recovery(): Promise<RecoveryView>;
  /** Writes a snapshot, unless the last one is of the same log; gives whether one of this log is there now. */
  snapshot(): Promise<boolean>;
  /** What the hour brings: a snapshot when something changed, and captures that waited for room. */
  hourly(): Promise<void>;
  /**
   * Brings the inventory back: from a snapshot by its name, from a database that was set aside (`aside:` and its name), or
   * from what is readable and the journal alone. What is here now stays in any case.
   */
  restore(from: string): Promise<Refusal | undefined>;
  /** The same from events of a file that was checked whole. */
  restoreFrom(pages: AsyncIterable<LogEvent[]>): Promise<Refusal | undefined>;
  /** Begins with nothing when the asked word was typed. */
  startEmpty(typed: string): Promise<Refusal | undefined>;
  /** Deletes a database that was set aside, for good. */
  removeAside(name: string): Promise<Refusal | undefined>;
};

type Parts = {
  connection: Connection;
  copy: SecondCopy;
  clock: Clock;
  gauge: DiskGauge;
  snapshots: Snapshots;
  changed(): void;
};

export function createKeeping(parts: Parts): Keeping {
  const { connection, copy, clock, gauge } = parts;
  const aside = createAside(copy);
  const { view, ...bringingBack } = createBringingBack(parts, aside);
  return {
    ...bringingBack,
    recovery: async () => {
      // It could not be opened at all: what there is is told without it.
      const standing = await connection.state().catch(() => undefined);
      return { ...(await viewOf(parts, standing)), aside: await aside.list(), ...view() };
    },
    snapshot: () => snapshot(parts),
    async hourly() {
      const { state } = await connection.state();
      const isWaiting = (copy.now()?.kept ?? 0) > 0 && (await gauge.measure()).health !== 'full';
      // Opened again, it carries out what waits in the journal.
      if (state === 'ready' && isWaiting) await connection.reset();
      await snapshot(parts);
      await aside.removeOld(clock.now());
    },
    async removeAside(name) {
      if (view().work) return 'busy';
      if (!(await aside.remove(name))) return 'not-possible';
      parts.changed();
      return undefined;
    },
  };
}

async function snapshot({ connection, copy, gauge, snapshots, changed }: Parts): Promise<boolean> {
  const { state } = await connection.state();
  const sentinel = copy.now();
  if (state !== 'ready' || !sentinel || gauge.isFull()) return false;
  if (sentinel.snapshot?.hlc === sentinel.hlc) return true;
  try {
    const mark = await snapshots.write(sentinel.name);
    if (!mark) return false;
    await snapshots.rotate();
    await snapshots.shortenJournal(connection.read);
    changed();
    return true;
  } catch (error) {
    // The log is less than it says: nobody may write on before the person has seen it.
    if (error instanceof LogHasHoles) await connection.distrust();
    return false;
  }
}

/** The two ways out of recovery, one at a time, and how far they have come. */
function createBringingBack({ connection, copy, clock, gauge, snapshots, changed }: Parts, aside: Aside) {
  let told: Pick<RecoveryView, 'work' | 'restored' | 'failed'> = {};
  const show = (next: typeof told) => {
    told = next;
    changed();
  };
  const bringBack = async (origin: Origin): Promise<Refusal | undefined> => {
    if (told.work) return 'busy';
    show({ work: { kind: 'restore', done: 0 } });
    try {
      if ((await gauge.measure()) && gauge.refusesBulk()) throw new Refused('disk-full');
      const progress = (done: number) => show({ work: { kind: 'restore', done } });
      await connection.reset();
      const act = () => restore({ copy, clock, snapshots, progress }, origin);
      show({ restored: await connection.whileClosed(act) });
      return undefined;
    } catch (error) {
      const failed = refusalOf(error) === 'disk-full' ? 'disk-full' : 'storage';
      show({ failed });
      return failed;
    }
  };
  return {
    view: () => told,
    async restore(from: string): Promise<Refusal | undefined> {
      if (!from.startsWith(FROM_ASIDE)) return bringBack(from === 'journal' ? 'journal' : { snapshot: from });
      try {
        return await bringBack({ pages: aside.events(from.slice(FROM_ASIDE.length)) });
      } catch (error) {
        return refusalOf(error);
      }
    },
    restoreFrom: (pages: AsyncIterable<LogEvent[]>) => bringBack({ pages }),
    async startEmpty(typed: string): Promise<Refusal | undefined> {
      if (told.work) return 'busy';
      try {
        if (typed !== START_EMPTY) throw new Refused('not-possible');
        await connection.reset();
        await connection.whileClosed(() => startEmpty({ copy, clock }));
        changed();
        return undefined;
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

type Standing = Awaited<ReturnType<Connection['state']>>;

async function viewOf(
  { copy, snapshots }: Parts,
  standing: Standing | undefined,
): Promise<Omit<RecoveryView, 'aside'>> {
  const state = standing?.state ?? 'recovery';
  if (!standing || standing.state === 'recovery')
    return { state, ...(await remains(copy, snapshots, standing)) };
  const work = 'work' in standing ? standing.work : undefined;
  return { state, journal: copy.now()?.kept ?? 0, snapshots: await snapshots.list(), work };
}

/** What there is to bring it back from: every snapshot read whole, and what of the journal no snapshot has. */
async function remains(
  copy: SecondCopy,
  snapshots: Snapshots,
  standing: Extract<Standing, { state: 'recovery' }> | undefined,
): Promise<Omit<RecoveryView, 'state' | 'aside'>> {
  const sentinel = copy.now();
  const head = sentinel && (await readHead(sentinel.name));
  const expected = sentinel && { items: sentinel.items, events: sentinel.events, at: sentinel.at };
  const found =
    head && isFewer(sentinel, head) ? { items: head.items, events: head.events } : standing?.found;
  const journal = (await readJournal(copy.shelf)).length;
  const { cause = 'unreadable' as const, dataLoss } = standing ?? {};
  return { cause, dataLoss, expected, found, journal, snapshots: await snapshots.checked() };
}
