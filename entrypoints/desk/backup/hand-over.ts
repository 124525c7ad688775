import { readBackup } from '@/storage/transfer/read-backup';
import { seal, SEALED, unseal } from '@/storage/transfer/sealed';
import { staged } from '@/storage/transfer/staged-files';
import type { MadeBackup } from '@/utils/model/backup';

/** Until when a browser has begun to read the file behind a link, in ms. */
const READ_WITHIN_MS = 60_000;

/**
 * Gives a copy that was made to the browser as a download, locked where there is a passphrase. The very bytes that are
 * handed over were read back before, locked ones by unlocking them. Throws WrongFile when anything in them is not right.
 */
export async function handOver(made: MadeBackup, passphrase: string | undefined): Promise<void> {
  const file = await staged(made.file);
  if (!file) throw new Error('the copy was cleared away');
  // In memory: the staged file may go before the browser has read all of it.
  const plain = new Blob([await file.arrayBuffer()], { type: 'application/gzip' });
  const given = passphrase === undefined ? plain : await seal(plain, passphrase);
  const { events } = await readBackup(passphrase === undefined ? given : await unseal(given, passphrase), {
    ...(made.isNewer && { strictUpTo: 0 }),
  });
  if (events !== made.events) throw new Error('another copy');
  download(given, passphrase === undefined ? made.saveAs : `${made.saveAs}${SEALED}`);
}

/** Saves a file by the browser's own download of a link; needs no permission. */
function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
