import type { NotSaved } from '@/components/ui/not-saved';
import { canTryAgain, refusalWords } from '@/components/ui/refusal-words';
import type { CommandName, Outcome, Payload, Reply } from '@/utils/messaging/commands';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId } from '@/utils/model/ids';
import { deedWords } from './deed-words';
import { mayLeave } from './gate';
import type { Notice } from './in-front';
import type { Sidebar } from './sidebar';

/** How long a notice stays, in ms. Undo works as long as there is something to undo, also without it. */
const NOTICE_MS = 8_000;

/** Commands that say by themselves, on the screen, what they did. */
const SILENT: readonly CommandName[] = [
  'source.open',
  'sidebar.close',
  'sidebar.resize',
  'page.read',
  'page.keepList',
  'page.teach',
  'page.learn',
  'desk.open',
  'reminder.later',
  'lock.now',
];
/** Nothing was lost by these: trying once more is no offer. */
const UNDOABLE_ENDS = ['undo', 'redo'];

/** Sends a command and tells what it did. Gives the problem when it was not saved, for the field it came from. */
export const save = <N extends CommandName>(
  sidebar: Sidebar,
  name: N,
  payload: Payload<N>,
): Promise<NotSaved | undefined> => send(sidebar, name, payload, newId<CommandId>(systemClock.now()));

/** The same for what has no field: the problem is told at the foot. True when it was saved. */
export async function run<N extends CommandName>(
  sidebar: Sidebar,
  name: N,
  payload: Payload<N>,
): Promise<boolean> {
  const problem = await save(sidebar, name, payload);
  if (problem) tell(sidebar, { kind: 'problem', problem });
  return problem === undefined;
}

/** Puts a notice at the foot, or takes it away. What was done goes by itself. */
export function tell(sidebar: Sidebar, notice: Notice | undefined): void {
  sidebar.notice.value = notice;
  if (notice?.kind !== 'did') return;
  setTimeout(() => {
    if (sidebar.notice.peek() === notice) sidebar.notice.value = undefined;
  }, NOTICE_MS);
}

async function send<N extends CommandName>(
  sidebar: Sidebar,
  name: N,
  payload: Payload<N>,
  id: CommandId,
): Promise<NotSaved | undefined> {
  const mayIt = mayLeave(sidebar, name);
  const isOut = mayIt === true || (await mayIt);
  const reply: Reply = isOut ? await sidebar.wire.send(name, payload, id) : { ok: false, code: 'hidden' };
  if (reply.ok) {
    tellDone(sidebar, name, payload, reply.value);
    return undefined;
  }
  // The same id: had the first try been saved after all, this one changes nothing.
  const retry =
    canTryAgain(reply.code) && !UNDOABLE_ENDS.includes(name)
      ? () => send(sidebar, name, payload, id)
      : undefined;
  return { sentence: refusalWords(reply.code), retry };
}

function tellDone(sidebar: Sidebar, name: CommandName, payload: unknown, outcome: Outcome): void {
  if (SILENT.includes(name) || outcome.outcome === 'nothing') return;
  // What only lies safe for later has no title here, and nothing of it can be undone yet.
  if (outcome.outcome === 'kept') {
    tell(sidebar, { kind: 'did', deed: t('kept_capture'), title: '' });
    return;
  }
  const undo = name === 'undo' ? 'redo' : 'undo';
  tell(sidebar, { kind: 'did', deed: deedWords(name, payload, outcome), title: outcome.title ?? '', undo });
}
