import { LARGEST } from './file-form';
import { WrongFile } from './wrong-file';

/**
 * The lines of a file, packed or not (Safari unpacks downloads by itself), each without its line feed. Reads on as lines
 * are taken, so that no more of it is in memory than a few. Throws WrongFile: `bomb`, `cut`, `not-ours`, `unreadable`.
 */
export async function* linesOf(file: Blob): AsyncGenerator<string> {
  if (file.size > LARGEST.fileBytes) throw new WrongFile('too-large');
  const isPacked = await beginsLikeGzip(file);
  const bytes = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const allowed = Math.max(LARGEST.harmlessBytes, Math.min(LARGEST.bytes, file.size * LARGEST.ratio));
  const reader = bytes.getReader();
  let read = 0;
  let rest = '';
  let line = 0;
  try {
    for (;;) {
      const { value, done } = await next(reader, line);
      if (done) break;
      read += value.length;
      if (read > allowed) throw new WrongFile('bomb');
      const parts = (rest + decode(decoder, value, line)).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > LARGEST.line) throw new WrongFile(line === 0 ? 'not-ours' : 'wrong-line', line + 1);
      for (const part of parts) {
        line += 1;
        yield part;
      }
    }
  } finally {
    // Also when the caller has seen enough.
    reader.cancel().catch(() => {
      // It has ended, or is broken: there is nothing more to stop.
    });
  }
  if (rest !== '') throw new WrongFile(line === 0 ? 'not-ours' : 'cut', line + 1);
}

async function beginsLikeGzip(file: Blob): Promise<boolean> {
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return first === 0x1f && second === 0x8b;
  } catch {
    // Moved, deleted or forbidden since it was chosen.
    throw new WrongFile('unreadable');
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, line: number) {
  try {
    return await reader.read();
  } catch (error) {
    // Unpacking breaks with a TypeError; the disk with a DOMException.
    if (error instanceof TypeError) throw new WrongFile('cut', line + 1);
    throw new WrongFile('unreadable', line + 1);
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array<ArrayBuffer>, line: number): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    // No UTF-8: UTF-16, a picture, noise.
    throw new WrongFile(line === 0 ? 'not-ours' : 'wrong-line', line + 1);
  }
}
