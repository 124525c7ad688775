/**
 * The external copy: a file of everything, made by hand or once a day, and back in from it. What takes long is done one
 * at a time, told through the view `backup`, and can be canceled; until its last step it changes nothing.
 */
import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import type { Refusal } from '@/utils/messaging/commands';
import type { BackupView, BackupWork, MadeBackup, Reminder } from '@/utils/model/backup';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import { type CommandId, newId } from '@/utils/model/ids';
import { parseSettings } from '@/utils/model/settings-schema';
import { refusalOf } from '../inventory/failure';
import { type InventoryDatabase, SCHEMA } from '../inventory/schema';
import { type CopyMemory, createCopyMemory } from './external-copy';
import { fileNameFor } from './file-form';
import { readBackup } from './read-backup';
import { quietFrom, reminderOf } from './reminder';
import { examine, importsOf, restore, takeBack } from './restore';
import { clearStaged, stage, staged } from './staged-files';
import { backupLines, packed } from './write-backup';
import { WrongFile } from './wrong-file';

export type With = {
  inventory: Pick<Inventory, 'within' | 'restoreFrom'>;
  settings: Pick<SettingsStore, 'get' | 'change'>;
  clock: Clock;
  /** The view `backup` or `reminder` is another now. */
  changed(): void;
  /** Called before a file changes the inventory: the place for a copy to go back to. */
  before?(): Promise<void>;
  /** Is the disk too full for something large? */
  isFull?(): Promise<boolean>;
  /** Called while something takes long; gives the function that ends it. */
  stayAwake?(): () => void;
};

type State = Pick<BackupView, 'work' | 'made' | 'found' | 'wrong' | 'restored' | 'failed'>;
type Doing = { signal: AbortSignal; progress(done: number, total?: number): void };

export type Backups = ReturnType<typeof createBackups>;

export function createBackups({ inventory, settings, clock, changed, before, isFull, stayAwake }: With) {
  const memory = createCopyMemory();
  let state: State = {};
  let canceler: AbortController | undefined;

  const show = (next: Partial<State>) => {
    state = { ...state, ...next };
    changed();
  };

  /** Does something that takes long, unless something else is under way. What it comes to is told by the view. */
  async function run(kind: BackupWork['kind'], work: (doing: Doing) => Promise<Partial<State>>) {
    const controller = new AbortController();
    canceler = controller;
    show({ work: { kind, done: 0 }, wrong: undefined, failed: undefined });
    const rest = stayAwake?.();
    const progress = (done: number, total?: number) => show({ work: { kind, done, total } });
    let came: Partial<State>;
    try {
      came = await work({ signal: controller.signal, progress });
    } catch (error) {
      came = cameTo(error, controller.signal);
    }
    rest?.();
    canceler = undefined;
    show({ ...came, work: undefined });
  }

  /** Begins it and answers at once; `busy` when something else is under way. */
  const begin = (...work: Parameters<typeof run>): Refusal | undefined => {
    if (state.work) return 'busy';
    void run(...work);
    return undefined;
  };

  async function write({ signal, progress }: Doing): Promise<MadeBackup> {
    const at = clock.now();
    const file = newId<string>(at);
    await clearStaged();
    const own = { ...(await settings.get()) };
    await inventory.within(async (db) => {
      const lines = backupLines(db, { at, settings: own, signal, progress });
      return { value: await stage(file, packed(lines)), isChanged: false };
    });
    return { ...(await madeFrom(file, signal)), saveAs: fileNameFor(dayOf(at, clock.zone())) };
  }

  const fileOf = async (name: string): Promise<File> => {
    const file = await staged(name);
    if (!file) throw new WrongFile('unreadable');
    return file;
  };

  /** Reads the file back, all of it: it counts as a copy only when everything in it is right (safety EX-09). */
  async function madeFrom(name: string, signal: AbortSignal) {
    const file = await fileOf(name);
    const { header, events } = await readBackup(file, { signal, strictUpTo: SCHEMA });
    const { items, madeAt, hlc, schema } = header;
    const isNewer = schema > SCHEMA && { isNewer: true as const };
    return { file: name, bytes: file.size, items, events, at: madeAt, hlc, ...isNewer };
  }

  /** How much there is, the clock of the last event, and when the first one was. */
  const now = () =>
    looked(async (db) => {
      const [head, first] = await Promise.all([db.meta.get('head'), db.events.orderBy('id').first()]);
      const { items = 0, events = 0, hlc = '' } = head ?? {};
      return { items, events, hlc, firstAt: first?.at };
    }, NOTHING);
  const imports = () => looked(importsOf, []);

  /** What the inventory says; `lost` where it is in recovery and can say nothing. */
  async function looked<T>(question: (db: InventoryDatabase) => Promise<T>, lost: T): Promise<T> {
    try {
      return await inventory.within(async (db) => ({ value: await question(db), isChanged: false }));
    } catch (error) {
      if (refusalOf(error) === 'recovery') return lost;
      throw error;
    }
  }

  /** Into an inventory that is lost: what the file holds, with all that can still be read (safety IM-18). */
  async function bringBack(blob: Blob, doing: Doing): Promise<Partial<State>> {
    const events: LogEvent[] = [];
    const { header } = await readBackup(blob, {
      ...doing,
      schema: SCHEMA,
      take: (event) => events.push(event),
    });
    const refusal = await inventory.restoreFrom(pagesOf(events));
    if (refusal) return { failed: failedBy(refusal) };
    await clearStaged();
    return { restored: { how: 'add', events: events.length, items: header.items }, found: undefined };
  }

  return {
    memory,
    now,
    /** What is remembered was changed by others. */
    tell: changed,

    async view(): Promise<BackupView> {
      const [{ items, events }, lines, { last, schedule }] = await Promise.all([
        now(),
        imports(),
        memory.get(),
      ]);
      const { isOn, lastAt, lastName, problem } = schedule;
      return {
        ...state,
        now: { items, events },
        external: last,
        schedule: { isOn, lastAt, lastName, problem },
        imports: lines,
      };
    },

    async reminder(): Promise<Reminder | undefined> {
      const [{ events, firstAt }, { last, quietUntil }] = await Promise.all([now(), memory.get()]);
      const unsaved = Math.max(0, events - (last?.events ?? 0));
      const lastAt = last?.at;
      return reminderOf({ unsaved, lastAt, since: lastAt ?? firstAt, quietUntil, now: clock.now() });
    },

    async later(): Promise<void> {
      await memory.change(() => ({ quietUntil: quietFrom(clock.now()) }));
      changed();
    },

    make: () => begin('make', async (doing) => ({ made: await write(doing), restored: undefined })),

    /** The person's browser has taken the copy. False for another than the one that was made last. */
    async saved(file: string): Promise<boolean> {
      const { made } = state;
      if (made?.file !== file) return false;
      await remember(memory, made, 'hand');
      changed();
      return true;
    },

    /**
     * Makes a copy and gives it to `hand`, which says whether it was saved whole. Undefined when something else is under
     * way; `work` breaks off when canceled.
     */
    async scheduled(hand: (file: File, made: MadeBackup) => Promise<boolean>): Promise<boolean | undefined> {
      if (state.work) return undefined;
      let isSaved = false;
      await run('scheduled', async (doing) => {
        const made = await write(doing);
        isSaved = await hand(await fileOf(made.file), made);
        if (isSaved) await remember(memory, made, 'schedule');
        await clearStaged();
        return { made: undefined };
      });
      return isSaved;
    },

    examine: (file: string) =>
      begin('examine', async (doing) => {
        await clearStaged(file);
        show({ made: undefined, found: undefined, restored: undefined });
        const blob = await fileOf(file);
        const found = await looked((db) => examine(db, blob, doing), undefined);
        return { found: { file, ...(found ?? (await examine(undefined, blob, doing))) } };
      }),

    /** Puts the examined file in. `replace` asks for the number of items that go, typed by the person. */
    async restore(id: CommandId, file: string, how: 'add' | 'replace', typed?: string) {
      const here = await now();
      if (state.work) return 'busy';
      if (state.found?.file !== file) return 'not-possible';
      if (how === 'replace' && here.items > 0 && typed !== String(here.items)) return 'not-possible';
      if (await isFull?.()) return 'disk-full';
      return begin('restore', async (doing) => {
        const blob = await fileOf(file);
        if (here === NOTHING) return bringBack(blob, doing);
        await before?.();
        const put = await inventory.within(async (db) => ({
          value: await restore(db, blob, how, { ...doing, clock, importId: id }),
          isChanged: true,
        }));
        const { settings: own, ...restored } = put;
        if (own) await settings.change(parseSettings(own));
        await clearStaged();
        return { restored, found: undefined };
      });
    },

    takeBack: (id: CommandId, importId: CommandId) =>
      begin('take-back', async () => {
        const isDone = await inventory.within(async (db) => {
          const value = await takeBack(db, importId, { clock, id });
          return { value, isChanged: value };
        });
        return { restored: undefined, ...(!isDone && { failed: 'storage' as const }) };
      }),

    cancel(): void {
      canceler?.abort();
    },
  };
}

function cameTo(error: unknown, signal: AbortSignal): Partial<State> {
  if (signal.aborted) return { failed: 'canceled' };
  if (error instanceof WrongFile) return { wrong: { problem: error.problem, line: error.line } };
  return { failed: failedBy(refusalOf(error)) };
}

const failedBy = (code: Refusal): State['failed'] =>
  code === 'disk-full' || code === 'newer-database' || code === 'recovery' ? code : 'storage';

/** What an inventory that cannot be asked has. */
const NOTHING: Now = { items: 0, events: 0, hlc: '', firstAt: undefined };
type Now = { items: number; events: number; hlc: string; firstAt: number | undefined };

const PAGE = 1_000;
async function* pagesOf(events: readonly LogEvent[]): AsyncGenerator<LogEvent[]> {
  for (let start = 0; start < events.length; start += PAGE) yield events.slice(start, start + PAGE);
}

/** Notes that a copy lies outside this browser. */
const remember = (memory: CopyMemory, { at, items, events, hlc }: MadeBackup, by: 'hand' | 'schedule') =>
  memory.change(({ schedule }) => ({
    last: { at, items, events, hlc, by },
    quietUntil: undefined,
    // The person has seen how many items there are now: as many are right from now on.
    schedule: { ...schedule, lastItems: items },
  }));
