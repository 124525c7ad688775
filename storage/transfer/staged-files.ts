/**
 * Files between the desk and the background, in the browser's private file system of this extension: messages hold
 * 256 KB, a copy of everything holds more. The desk hands a copy on from here, and puts a chosen file here.
 */
import { WrongFile } from './wrong-file';

const FOLDER = 'transfer';

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Writes a file; it is there, whole, only when this has ended. */
export async function stage(name: string, bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  const handle = await (await folder()).getFileHandle(name, { create: true });
  // Closes the file at the end, and throws away what was written when the stream breaks.
  await bytes.pipeTo(await handle.createWritable());
}

/** A staged file; undefined when there is none of this name. */
export async function staged(name: string): Promise<File | undefined> {
  try {
    return await (await (await folder()).getFileHandle(name)).getFile();
  } catch {
    // It was never there, or was cleared away since.
    return undefined;
  }
}

/** The same; throws WrongFile when there is none. */
export async function fileOf(name: string): Promise<File> {
  const file = await staged(name);
  if (!file) throw new WrongFile('unreadable');
  return file;
}

/** Clears away every staged file but one. */
export async function clearStaged(except?: string): Promise<void> {
  const here = await folder();
  const names: string[] = [];
  for await (const [name] of here.entries()) if (name !== except) names.push(name);
  await Promise.allSettled(names.map((name) => here.removeEntry(name)));
}
