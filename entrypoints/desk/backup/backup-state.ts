import { effect, signal } from '@preact/signals';
import { browser } from '@/utils/browser';
import { live } from '@/utils/messaging/live';
import type { FileProblem } from '@/utils/model/backup';
import type { DeskState } from '../desk-state';
import { handOver } from './hand-over';
import { takeIn } from './take-in';

export type BackupPage = ReturnType<typeof createBackupPage>;

/** What the page of copies does besides showing the view: hands files out and takes them in. */
export function createBackupPage(desk: DeskState) {
  const view = live('backup', {}, undefined);
  /** What came of the copy that was asked for here. */
  const handed = signal<'under-way' | 'given' | 'failed' | undefined>(undefined);
  /** The chosen file, as long as it waits for its passphrase. */
  const locked = signal<File | undefined>(undefined);
  const problem = signal<FileProblem | undefined>(undefined);
  const isReading = signal(false);
  const isRefused = signal(false);
  let wanted: { passphrase: string | undefined } | undefined;
  let lastGiven: string | undefined;

  /** Asks for a copy; when it is made it is handed to the browser, locked where there is a passphrase. */
  async function make(passphrase: string | undefined): Promise<void> {
    lastGiven = view.peek()?.made?.file;
    wanted = { passphrase };
    handed.value = 'under-way';
    if (await desk.save('backup-make', 'backup.make', {})) return;
    wanted = undefined;
    handed.value = undefined;
  }

  async function give(file: NonNullable<NonNullable<typeof view.value>['made']>): Promise<void> {
    const passphrase = wanted?.passphrase;
    wanted = undefined;
    try {
      await handOver(file, passphrase);
      // The name of a staged file has the form of an id.
      handed.value = (await desk.save('backup-make', 'backup.saved', { file: file.file as never }))
        ? 'given'
        : 'failed';
    } catch {
      handed.value = 'failed';
    }
  }

  const stop = effect(() => {
    const { made, failed, wrong } = view.value ?? {};
    if (!wanted) return;
    if (made && made.file !== lastGiven) void give(made);
    else if (failed || wrong) {
      wanted = undefined;
      handed.value = failed === 'canceled' ? undefined : 'failed';
    }
  });

  /** Takes a chosen file in, to be looked at; nothing is changed by that. */
  async function choose(file: File, passphrase?: string): Promise<void> {
    problem.value = undefined;
    isReading.value = true;
    const taken = await takeIn(file, passphrase);
    isReading.value = false;
    locked.value =
      'needsPassphrase' in taken || ('problem' in taken && taken.problem === 'locked') ? file : undefined;
    if ('problem' in taken) problem.value = taken.problem;
    if ('file' in taken) await desk.save('backup-restore', 'backup.examine', { file: taken.file });
  }

  /** Switches daily copies; the browser asks for its leave in the press itself. */
  async function schedule(isOn: boolean): Promise<void> {
    isRefused.value = false;
    const isAllowed =
      !isOn || (await browser.permissions.request({ permissions: ['downloads'] }).catch(() => false)); // closed without an answer
    if (isAllowed) await desk.save('backup-schedule', 'backup.schedule', { isOn });
    else isRefused.value = true;
  }

  return { view, handed, locked, problem, isReading, isRefused, make, choose, schedule, stop };
}
