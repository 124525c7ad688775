import { describe, expect, it, vi } from 'vitest';
import { linesOf } from './lines';
import { packed } from './packed';
import { WrongFile } from './wrong-file';

type Chunk = string | number[] | { length: number };

/** A file that hands out these chunks; one that is only a length is as long as it says, and no text. */
function fileOf(chunks: readonly Chunk[], { size = 1_000, error }: { size?: number; error?: unknown } = {}) {
  const canceled = vi.fn();
  const left = [...chunks];
  let handed = 0;
  const stream = new ReadableStream<unknown>({
    pull(controller) {
      const next = left.shift();
      handed += 1;
      if (next !== undefined) controller.enqueue(bytesOf(next));
      else if (error !== undefined) controller.error(error);
      else controller.close();
    },
    cancel: canceled,
  });
  const first = bytesOf(chunks[0] ?? '');
  const slice = () => new Blob(first instanceof Uint8Array ? [first] : ['{}']);
  // Of a file only these three are asked.
  const file = { size, slice, stream: () => stream } as unknown as Blob;
  return { file, canceled, handed: () => handed };
}

function bytesOf(chunk: Chunk): Uint8Array<ArrayBuffer> | { length: number } {
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
  return Array.isArray(chunk) ? Uint8Array.from(chunk) : chunk;
}

/** The lines, and at the end what was wrong. */
async function readAll(file: Blob): Promise<string[]> {
  const found: string[] = [];
  try {
    for await (const line of linesOf(file)) found.push(line);
  } catch (error) {
    found.push(error instanceof WrongFile ? `! ${error.problem} ${error.line ?? '-'}` : `! ${String(error)}`);
  }
  return found;
}
const outcome = (chunks: readonly Chunk[], more?: Parameters<typeof fileOf>[1]) =>
  readAll(fileOf(chunks, more).file);

describe('the lines of a file', () => {
  it('are put together again wherever the file was cut into pieces', async () => {
    expect(await outcome(['{"a"', ':1}\n{"b"', '', ':2}\n', '{}\n'])).toEqual(['{"a":1}', '{"b":2}', '{}']);
    const umlaut = [...new TextEncoder().encode('ü\n')];
    expect(await outcome([[umlaut[0] ?? 0], umlaut.slice(1)])).toEqual(['ü']);
  });

  it('come out of a packed file too', async () => {
    const lines = (async function* () {
      yield '{"a":1}\n';
      yield '{"b":2}\n';
    })();
    expect(await readAll(await new Response(packed(lines)).blob())).toEqual(['{"a":1}', '{"b":2}']);
  });

  it.each<[string, number[], string]>([
    ['only the first', [0x1f, 0x0a], '\u001f'],
    ['only the second', [0x7b, 0x8b, 0x0a], '! not-ours 1'],
  ])('are not unpacked where %s of the two bytes of a packed file stands', async (_, bytes, line) => {
    expect(await outcome([bytes])).toEqual([line]);
  });

  it.each<[string, Chunk[], string[]]>([
    ['in its first line is not ours', ['{"a":1'], ['! not-ours 1']],
    ['in a later line was cut', ['{}\n{', '"a'], ['{}', '! cut 2']],
  ])('a file that ends %s', async (_, chunks, lines) => {
    expect(await outcome(chunks)).toEqual(lines);
  });

  it.each<[string, Chunk[], string[]]>([
    ['in its first line is not ours', [[0xff, 0xfe]], ['! not-ours 1']],
    ['in a later line is wrong there', ['{}\n', [0xff]], ['{}', '! wrong-line 2']],
  ])('what is no UTF-8 %s', async (_, chunks, lines) => {
    expect(await outcome(chunks)).toEqual(lines);
  });

  it('keeps a mark at the beginning of the file, which is none of ours', async () => {
    expect(await outcome(['\ufeff{}\n'])).toEqual(['\ufeff{}']);
  });

  it('a line may have two million characters and not one more', async () => {
    const long = 'x'.repeat(2_000_000);
    expect(await outcome([long, '\n'])).toEqual([long]);
    expect(await outcome([`${long}x`, '\n'])).toEqual(['! not-ours 1']);
    expect(await outcome(['{}\n', `${long}x`, '\n'])).toEqual(['{}', '! wrong-line 2']);
  });

  it.each<[string, unknown, string]>([
    ['that cannot be unpacked was cut', new TypeError('unpacking'), '! cut 2'],
    ['that the disk does not give is unreadable', new DOMException('', 'NotReadableError'), '! unreadable 2'],
  ])('a file %s', async (_, error, line) => {
    expect(await outcome(['{}\n'], { error })).toEqual(['{}', line]);
  });

  it('a file that has gone since it was chosen is unreadable', async () => {
    const arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    const file = { size: 10, slice: () => ({ arrayBuffer }) } as unknown as Blob; // nothing else of it is asked
    expect(await readAll(file)).toEqual(['! unreadable -']);
  });

  // What is over the limit is a bomb; what is within it is then found to be no text.
  it.each([
    ['ten million bytes of any file', 1_000, 10_000_000],
    ['two hundred times the file', 100_000, 20_000_000],
    ['a thousand million bytes of none', 200_000_000, 1_000_000_000],
  ])('may be %s, not one byte more', async (_, size, length) => {
    expect(await outcome([{ length }], { size })).toEqual(['! not-ours 1']);
    expect(await outcome([{ length: length + 1 }], { size })).toEqual(['! bomb -']);
    expect(await outcome(['{}\n', { length: length - 2 }], { size })).toEqual(['{}', '! bomb -']);
  });

  it('of more than 200 million bytes are not even begun', async () => {
    const { file, handed } = fileOf(['{}\n'], { size: 200_000_001 });
    expect(await readAll(file)).toEqual(['! too-large -']);
    expect(handed()).toBeLessThanOrEqual(1);
  });

  it('are read as they are taken, and the file is let go when enough was seen', async () => {
    const { file, canceled, handed } = fileOf(Array.from({ length: 100 }, () => '{}\n'));
    for await (const line of linesOf(file)) {
      expect(line).toBe('{}');
      break;
    }
    expect(handed()).toBeLessThan(5);
    expect(canceled).toHaveBeenCalledOnce();
  });
});

describe('packing', () => {
  it('lets go of what it packs when nobody takes the rest', async () => {
    let isOver = false;
    const lines = (async function* () {
      try {
        for (;;) yield 'x'.repeat(1_000);
      } finally {
        isOver = true;
      }
    })();
    const reader = packed(lines).getReader();
    await reader.read();
    await reader.cancel();
    await vi.waitFor(() => expect(isOver).toBe(true));
  });
});
