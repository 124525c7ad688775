import { signal, type ReadonlySignal } from '@preact/signals';
import type { NotSaved } from '@/components/ui/not-saved';
import type { CommandName, Outcome, Payload } from '@/utils/messaging/commands';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId } from '@/utils/model/ids';
import type { Wire } from './wire';

/** What just happened, for the line at the foot of the list. */
export type Notice =
  | { kind: 'did'; deed: string; title: string; undo?: 'undo' | 'redo' | undefined }
  | { kind: 'problem'; problem: NotSaved };

export type Saving = {
  notice: ReadonlySignal<Notice | undefined>;
  tell: (notice: Notice | undefined) => void;
  /** Sends a command and tells what it did. Gives the problem when it was not saved, for the field it came from. */
  save: <N extends CommandName>(name: N, payload: Payload<N>) => Promise<NotSaved | undefined>;
  /** The same for what has no field: the problem is told at the foot. True when it was saved. */
  run: <N extends CommandName>(name: N, payload: Payload<N>) => Promise<boolean>;
};

/** How long a notice stays, in ms. Undo works as long as there is something to undo, also without it. */
const NOTICE_MS = 8_000;

/** Commands that say by themselves, on the screen, what they did. */
const SILENT: readonly CommandName[] = [
  'surface.hello',
  'source.open',
  'sidebar.close',
  'sidebar.resize',
  'page.read',
  'desk.open',
];
/** Nothing was lost by these: trying once more is no offer. */
const UNDOABLE_ENDS = ['undo', 'redo'];

export function createSaving(wire: Wire): Saving {
  const notice = signal<Notice | undefined>();
  let ending: ReturnType<typeof setTimeout> | undefined;
  const tell = (next: Notice | undefined) => {
    clearTimeout(ending);
    notice.value = next;
    if (next?.kind === 'did') ending = setTimeout(() => tell(undefined), NOTICE_MS);
  };
  const told = async (name: CommandName, payload: unknown, outcome: Outcome) => {
    if (SILENT.includes(name) || outcome.outcome === 'nothing') return;
    const { deedWords } = await import('./deed-words');
    const undo = name === 'undo' ? 'redo' : 'undo';
    tell({ kind: 'did', deed: deedWords(name, payload, outcome), title: outcome.title ?? '', undo });
  };

  async function send<N extends CommandName>(
    name: N,
    payload: Payload<N>,
    id: CommandId,
  ): Promise<NotSaved | undefined> {
    const reply = await wire.send(name, payload, id);
    if (reply.ok) {
      await told(name, payload, reply.value);
      return undefined;
    }
    const { canTryAgain, refusalWords } = await import('@/components/ui/refusal-words');
    // The same id: had the first try been saved after all, this one changes nothing.
    const retry =
      canTryAgain(reply.code) && !UNDOABLE_ENDS.includes(name) ? () => send(name, payload, id) : undefined;
    return { sentence: refusalWords(reply.code), retry };
  }
  const save: Saving['save'] = (name, payload) => send(name, payload, newId<CommandId>(systemClock.now()));
  const run: Saving['run'] = async (name, payload) => {
    const problem = await save(name, payload);
    if (problem) tell({ kind: 'problem', problem });
    return problem === undefined;
  };
  return { notice, tell, save, run };
}
