import { LARGEST } from '@/storage/transfer/file-form';
import { isSealed, unseal } from '@/storage/transfer/sealed';
import { stage } from '@/storage/transfer/staged-files';
import { WrongFile } from '@/storage/transfer/wrong-file';
import type { FileProblem } from '@/utils/model/backup';
import { systemClock } from '@/utils/model/clock';
import { type ItemId, newId } from '@/utils/model/ids';

export type TakenIn =
  | { file: ItemId }
  /** It is locked: the same again, with its passphrase. */
  | { needsPassphrase: true }
  | { problem: FileProblem };

/**
 * Puts a chosen file where the background can read it, unlocked where it was locked: the passphrase leaves this page
 * neither for the background nor for the disk. Refuses by its size before reading.
 */
export async function takeIn(file: File, passphrase: string | undefined): Promise<TakenIn> {
  if (file.size > LARGEST.fileBytes) return { problem: 'too-large' };
  try {
    const isLocked = await isSealed(file);
    if (isLocked && !passphrase) return { needsPassphrase: true };
    const plain = isLocked && passphrase ? await unseal(file, passphrase) : file;
    // The name has the form of an id; nothing else is asked of it.
    const name = newId<ItemId>(systemClock.now());
    await stage(name, plain.stream());
    return { file: name };
  } catch (error) {
    return { problem: error instanceof WrongFile ? error.problem : 'unreadable' };
  }
}
