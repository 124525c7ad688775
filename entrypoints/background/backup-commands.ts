import type { Backups } from '@/storage/transfer';
import { browser } from '@/utils/browser';
import type { Refusal, Reply } from '@/utils/messaging/commands';
import type { Command } from '@/utils/messaging/serve';
import type { CommandId } from '@/utils/model/ids';
import type { DailyCopy } from './daily-copy';

export type BackupCommand = Extract<Command, { name: `backup.${string}` | 'reminder.later' }>;

export const isBackupCommand = (command: { name: string }): command is BackupCommand =>
  command.name.startsWith('backup.') || command.name === 'reminder.later';

/** Chromium ends a worker that has been asked nothing for 30 s; asking the browser something counts. */
const AWAKE_MS = 20_000;

/** Keeps the worker awake until the returned function is called. */
export function stayAwake(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  return () => clearInterval(timer);
}

/** Carries out a command about the external copy; what takes long has only begun then, the view tells the rest. */
export async function carryOutBackup(
  { backups, daily }: { backups: Backups; daily: DailyCopy },
  command: BackupCommand,
): Promise<Reply> {
  const refusal = await act(backups, daily, command);
  return refusal ? { ok: false, code: refusal } : { ok: true, value: { outcome: 'done' } };
}

async function act(backups: Backups, daily: DailyCopy, command: BackupCommand): Promise<Refusal | undefined> {
  switch (command.name) {
    case 'backup.make':
      return backups.make();
    case 'backup.saved':
      return (await backups.saved(command.payload.file)) ? undefined : 'not-possible';
    case 'backup.schedule':
      await daily.set(command.payload.isOn);
      return undefined;
    case 'backup.examine':
      return backups.examine(command.payload.file);
    case 'backup.restore': {
      const { file, how, typed } = command.payload;
      return backups.restore(command.id, file, how, typed);
    }
    case 'backup.takeBack':
      // An import has the id of the command that made it.
      return backups.takeBack(command.id, command.payload.importId as string as CommandId);
    case 'backup.cancel':
      backups.cancel();
      return undefined;
    case 'reminder.later':
      await backups.later();
      return undefined;
  }
}
