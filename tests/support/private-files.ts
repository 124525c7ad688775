/** The browser's private files (OPFS) in memory, for tests: folders of files, written whole when they are closed. */
type Files = Map<string, Blob>;

const missing = (name: string) => new DOMException(`${name} is not there`, 'NotFoundError');

function fileHandle(files: Files, name: string) {
  let own = name;
  return {
    kind: 'file' as const,
    getFile: async () => {
      const file = files.get(own);
      if (!file) throw missing(own);
      return new File([file], own);
    },
    createWritable: async () => {
      const parts: BlobPart[] = [];
      return new WritableStream<BlobPart>({
        write: (part) => void parts.push(part),
        close: () => void files.set(own, new Blob(parts)),
      });
    },
    move: async (next: string) => {
      const file = files.get(own);
      if (!file) throw missing(own);
      files.delete(own);
      files.set(next, file);
      own = next;
    },
  };
}

function folderHandle(files: Files) {
  return {
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name)) {
        if (!create) throw missing(name);
        files.set(name, new Blob([]));
      }
      return fileHandle(files, name);
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw missing(name);
    },
    async *entries() {
      for (const name of files.keys()) yield [name, fileHandle(files, name)] as const;
    },
  };
}

/**
 * Gives `navigator.storage` private files, until `restore` is called. `folders` is what lies in them; `estimate` is what
 * the browser says of the disk.
 */
export function privateFiles(room: { quota: number; usage: number } = { quota: 1e12, usage: 0 }) {
  const folders = new Map<string, Files>();
  const estimate = { ...room };
  const before = Object.getOwnPropertyDescriptor(navigator, 'storage');
  const root = {
    async getDirectoryHandle(name: string) {
      const files = folders.get(name) ?? new Map<string, Blob>();
      folders.set(name, files);
      return folderHandle(files);
    },
  };
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { getDirectory: async () => root, estimate: async () => ({ ...estimate }) },
  });
  return {
    folders,
    estimate,
    restore() {
      if (before) Object.defineProperty(navigator, 'storage', before);
      else Reflect.deleteProperty(navigator, 'storage');
    },
  };
}
