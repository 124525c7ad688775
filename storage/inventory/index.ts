/** The one inventory: every read and every write. Only the background opens it. */
import type { InventoryCommandName, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { CommandId } from '@/utils/model/ids';
import type { Settings } from '@/utils/model/settings';
import type { ViewArgs, ViewValues } from '@/utils/messaging/views';
import { openConnection } from './connection';
import { execute, type CommandContext } from './execute';
import { refusalOf } from './failure';
import { questionsTo, type Questions } from './questions';
import { refreshDay } from './refresh-day';
import type { InventoryDatabase } from './schema';
import { answer, type InventoryView } from './views/answer';
import { momentOf } from './views/moment';

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

export type Inventory = Questions & {
  /** Carries out a command; the same id again gives the same reply. Never throws. */
  execute(
    id: CommandId,
    name: InventoryCommandName,
    payload: unknown,
    context: CommandContext,
  ): Promise<Reply>;
  /** Answers a view. Throws ViewError when it cannot. */
  view<N extends InventoryView>(name: N, args: ViewArgs<N>, settings: Settings): Promise<ViewValues[N]>;
  /** Computes standings for a new day; does nothing when that was done. */
  refreshDay(): Promise<void>;
  /**
   * For storage/transfer alone: work on the open database itself. When it says that the log was changed, everything
   * that remembers hears of it.
   */
  within<T>(work: (db: InventoryDatabase) => Promise<{ value: T; isChanged: boolean }>): Promise<T>;
  /** Calls after each change that was committed, until the returned function is called. */
  onChange(listener: () => void): () => void;
};

/** The inventory, opened when first used and opened again when the browser closed the connection. */
export function openInventory(clock: Clock, name?: string): Inventory {
  const read = openConnection(name);
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());

  return {
    async execute(id, command, payload, context) {
      try {
        const reply = await read(async (db, search) => {
          const given = { at: clock.now(), zone: clock.zone() };
          const done = await execute(db, { id, name: command, payload, context, ...given });
          if (done.touched.length > 0) await search.note(done.touched);
          return done.reply;
        });
        if (reply.ok && reply.value.outcome !== 'nothing') changed();
        return reply;
      } catch (error) {
        return { ok: false, code: refusalOf(error) };
      }
    },
    view: (view, args, settings) =>
      read((db, search) => answer({ db, search, moment: momentOf(clock), settings }, view, args)).catch(
        (error: unknown) => {
          throw error instanceof ViewError ? error : new ViewError(refusalOf(error));
        },
      ),
    ...questionsTo(read, clock),
    refreshDay: async () => {
      await read((db) => refreshDay(db, momentOf(clock).today));
      changed();
    },
    async within(work) {
      const { value, isChanged } = await read(async (db, search) => {
        const done = await work(db);
        if (done.isChanged) search.forget();
        return done;
      });
      if (isChanged) changed();
      return value;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
