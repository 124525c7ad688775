/** The one inventory: every read and every write. Only the background opens it. */
import type { InventoryCommandName, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { CommandId } from '@/utils/model/ids';
import type { Settings } from '@/utils/model/settings';
import type { ViewArgs, ViewValues } from '@/utils/messaging/views';
import { openConnection, type Read } from './connection';
import { createDiskGauge } from './disk-gauge';
import type { CommandContext, Order } from './execute';
import { refusalOf } from './failure';
import { answeredUnlessHeld, createHeld, type Held } from './held';
import { createKeeping, type Keeping } from './keeping';
import { questionsTo, type Questions } from './questions';
import { refreshDay } from './refresh-day';
import { DATABASE, type InventoryDatabase } from './schema';
import { createSecondCopy, noteChange, type SecondCopy } from './second-copy';
import { shelfOf } from './sentinel';
import { createSnapshots } from './snapshot';
import { storageView } from './views/storage';
import { createWritePath } from './write-path';
import { answer, type InventoryView } from './views/answer';
import { momentOf } from './views/moment';
import type { Search } from './views/search';

export type { InventoryView };

/** A view that cannot be given; `code` is a Refusal. */
export class ViewError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'ViewError';
    this.code = code;
  }
}

export type Inventory = Questions &
  Keeping & {
    /**
     * Carries out a command; the same id again gives the same reply. `given` is when and where it was given, for one that
     * waited outside. Never throws.
     */
    execute(
      id: CommandId,
      name: InventoryCommandName,
      payload: unknown,
      context: CommandContext,
      given?: Pick<Order, 'at' | 'zone'>,
    ): Promise<Reply>;
    /** Answers a view. Throws ViewError when it cannot. */
    view<N extends InventoryView>(name: N, args: ViewArgs<N>, settings: Settings): Promise<ViewValues[N]>;
    /** Computes standings for a new day; does nothing when that was done. */
    refreshDay(): Promise<void>;
    /**
     * For storage/transfer alone: work on the open database itself. When it says that the log was changed, everything
     * that remembers hears of it.
     */
    within<T>(
      work: (
        db: InventoryDatabase,
        /** For the part that holds the database for long: captures meanwhile are kept, and carried out right after. */
        hold: <H>(act: () => Promise<H>) => Promise<H>,
      ) => Promise<{ value: T; isChanged: boolean }>,
    ): Promise<T>;
    /** Closes the database and forgets what was read of it; opened again by the next question. */
    rest(): Promise<void>;
    /** Calls after each change that was committed, until the returned function is called. */
    onChange(listener: () => void): () => void;
  };

/** What a surface shows first: of a newer version's inventory it says so instead, and the rest can be looked at. */
const SHOWN_FIRST: ReadonlySet<InventoryView> = new Set(['overview', 'quick']);

/** The inventory, opened when first used and opened again when the browser closed the connection. */
export function openInventory(clock: Clock, name: string = DATABASE): Inventory {
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const copy = createSecondCopy(shelfOf(name), () => void keeping.snapshot());
  const gauge = createDiskGauge(() => clock.now());
  const snapshots = createSnapshots(copy, clock);
  const connection = openConnection(
    {
      ...{ copy, clock },
      mayOpen: async () => (await gauge.measure()).health !== 'full',
      // Without room for one the upgrade goes on: it is one transaction, and breaks off whole.
      beforeUpgrade: async (database) => void (await snapshots.write(database).catch(() => undefined)),
    },
    changed,
  );
  const keeping = createKeeping({ connection, copy, clock, gauge, snapshots, changed });
  const path = createHeld(copy, createWritePath({ connection, copy, clock, gauge }));
  const { read } = connection;
  const questions = questionsTo(read, clock);

  return {
    async execute(id, command, payload, context, given = { at: clock.now(), zone: clock.zone() }) {
      const { reply, touched } = await path.write({ id, name: command, payload, context, ...given });
      if (touched.length > 0) await read((_, search) => search.note(touched)).catch(() => undefined); // read anew at the next search
      // Who asked hears first; what is shown follows.
      if (reply.ok && reply.value.outcome !== 'nothing') setTimeout(changed);
      return reply;
    },
    async view<N extends InventoryView>(view: N, args: ViewArgs<N>, settings: Settings) {
      const asked = (db: InventoryDatabase, search: Search) =>
        // The one name that is left out is answered by the line that calls this.
        answer(
          { db, search, moment: momentOf(clock), settings },
          view as Exclude<N, 'storage'>,
          args as never,
        );
      try {
        const value =
          view === 'storage'
            ? storageView({ connection, copy, gauge, snapshots })
            : (SHOWN_FIRST.has(view) ? connection.write : read)(asked);
        return (await value) as ViewValues[N]; // both give the value of the view that was named
      } catch (error) {
        throw error instanceof ViewError ? error : new ViewError(refusalOf(error));
      }
    },
    ...questions,
    ...answeredUnlessHeld(questions, path.isHeld),
    ...keeping,
    rest: connection.reset,
    refreshDay: async () => {
      await connection.write((db) => refreshDay(db, momentOf(clock).today));
      changed();
    },
    within: createWithin({ read, path, copy, clock, changed }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Parts = { read: Read; path: Held; copy: SecondCopy; clock: Clock; changed(): void };

function createWithin({ read, path, copy, clock, changed }: Parts): Inventory['within'] {
  return async (work) => {
    try {
      // A newer version's refuses to be written by itself: a copy can be made of it all the same.
      const { value, isChanged, head } = await read(async (db, search) => {
        const done = await work(db, path.hold);
        if (done.isChanged) search.forget();
        return { ...done, head: await db.meta.get('head') };
      });
      if (isChanged) {
        await noteChange(copy, clock, head, path.waiting());
        changed();
      }
      return value;
    } finally {
      if (await path.release()) changed();
    }
  };
}
