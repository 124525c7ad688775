/** The browser's private files (OPFS): a third storage backend, which survived every full disk (reference: safety, 1). */

const UNFINISHED = '.part';

export type StoredFile = { name: string; bytes: number };

/** A folder of private files. */
export type Folder = {
  list(): Promise<StoredFile[]>;
  read(name: string): Promise<File>;
  /** Writes a file under an unfinished name, lets `check` read it back, and gives it its name only then. */
  write(
    name: string,
    bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
    check: (file: File) => Promise<void>,
  ): Promise<void>;
  remove(name: string): Promise<void>;
  /** Removes what a worker that died left unfinished. */
  tidy(): Promise<void>;
};

/** The folder, made where it is not there yet; undefined where the browser has no private files. */
export async function openFolder(name: string): Promise<Folder | undefined> {
  // Not there in every place that the tests run in.
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage?.getDirectory) return undefined;
  const root = await storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const all = async () => {
    const found: StoredFile[] = [];
    for await (const [file, handle] of folder.entries())
      if (handle.kind === 'file') found.push({ name: file, bytes: (await handle.getFile()).size });
    return found;
  };
  return {
    list: async () => (await all()).filter(({ name: file }) => !file.endsWith(UNFINISHED)),
    read: async (file) => (await folder.getFileHandle(file)).getFile(),
    async write(file, bytes, check) {
      const handle = await folder.getFileHandle(file + UNFINISHED, { create: true });
      await bytes.pipeTo(await handle.createWritable());
      await check(await handle.getFile());
      await rename(folder, handle, file);
    },
    remove: (file) => folder.removeEntry(file),
    async tidy() {
      for (const { name: file } of await all()) if (file.endsWith(UNFINISHED)) await folder.removeEntry(file);
    },
  };
}

type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

/** One step where the browser can move; else a copy, which is the file only when it is closed. */
async function rename(folder: FileSystemDirectoryHandle, handle: Movable, name: string): Promise<void> {
  if (handle.move) return handle.move(name);
  const copy = await folder.getFileHandle(name, { create: true });
  await (await handle.getFile()).stream().pipeTo(await copy.createWritable());
  await folder.removeEntry(name + UNFINISHED);
}
