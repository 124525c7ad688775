import type { Refusal } from '@/utils/messaging/commands';
import type { BackupView, BackupWork } from '@/utils/model/backup';
import { refusalOf } from '../inventory/failure';
import { WrongFile } from './wrong-file';

export type State = Pick<BackupView, 'work' | 'made' | 'found' | 'wrong' | 'restored' | 'failed'>;
export type Doing = { signal: AbortSignal; progress(done: number, total?: number): void };
export type Turn = ReturnType<typeof createTurn>;

type Work = (doing: Doing) => Promise<Partial<State>>;
type With = { changed(): void; stayAwake?: (() => () => void) | undefined };

/** What takes long, one at a time: how far it is, what came of it, and the way to end it. */
export function createTurn({ changed, stayAwake }: With) {
  let state: State = {};
  let canceler: AbortController | undefined;

  const show = (next: Partial<State>) => {
    state = { ...state, ...next };
    changed();
  };

  /** Does something, unless something else is under way. What it comes to is told by the state. */
  async function run(kind: BackupWork['kind'], work: Work): Promise<void> {
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

  return {
    state: () => state,
    show,
    run,
    /** Begins it and answers at once; `busy` when something else is under way. */
    begin(kind: BackupWork['kind'], work: Work): Refusal | undefined {
      if (state.work) return 'busy';
      void run(kind, work);
      return undefined;
    },
    cancel: () => canceler?.abort(),
  };
}

function cameTo(error: unknown, signal: AbortSignal): Partial<State> {
  if (signal.aborted) return { failed: 'canceled' };
  if (error instanceof WrongFile) return { wrong: { problem: error.problem, line: error.line } };
  return { failed: failedBy(refusalOf(error)) };
}

export const failedBy = (code: Refusal): State['failed'] =>
  code === 'disk-full' || code === 'newer-database' || code === 'recovery' ? code : 'storage';
