import { beforeAll, describe, expect, it } from 'vitest';
import { isSealed, seal, unseal } from './sealed';
import { WrongFile } from './wrong-file';

const PASSPHRASE = 'correct horse battery';
const PIECE = 65_536 + 16;

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
async function problemOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'nothing';
  } catch (error) {
    if (error instanceof WrongFile) return error.problem;
    throw error;
  }
}

describe('a file locked with a passphrase', () => {
  const plain = new Uint8Array(200_000).map((_, place) => (place * 7) % 251);
  let sealed: Blob;
  let start = 0;
  const part = (from: number, to?: number) =>
    sealed.slice(start + from * PIECE, to === undefined ? undefined : start + to * PIECE);
  beforeAll(async () => {
    sealed = await seal(new Blob([plain]), PASSPHRASE);
    start = (await bytesOf(sealed)).indexOf(10) + 1;
  });

  it('opens with it, and with the same words typed as other code points', async () => {
    expect(await bytesOf(await unseal(sealed, PASSPHRASE))).toEqual(plain);
    const accents = await seal(new Blob([plain.slice(0, 10)]), 'caf\u00e9 caf\u00e9 caf\u00e9');
    expect((await unseal(accents, 'cafe\u0301 cafe\u0301 cafe\u0301')).size).toBe(10);
  });

  it('opens with no other', async () => {
    expect(await problemOf(unseal(sealed, `${PASSPHRASE} `))).toBe('locked');
  });

  it('shows nothing but its form, and never the same bytes twice', async () => {
    const line = new TextDecoder().decode((await bytesOf(sealed)).slice(0, start));
    expect(Object.keys(JSON.parse(line))).toEqual(['format', 'version', 'salt']);
    const again = await seal(new Blob([plain]), PASSPHRASE);
    expect((await bytesOf(again)).slice(start, start + 64)).not.toEqual(
      (await bytesOf(sealed)).slice(start, start + 64),
    );
    expect(await isSealed(sealed)).toBe(true);
    expect(await isSealed(new Blob([plain]))).toBe(false);
  });

  it.each([
    ['the end is missing, at a seam', () => sealed.slice(0, start + 2 * PIECE)],
    ['the end is missing, elsewhere', () => sealed.slice(0, -5)],
    ['a piece is missing', () => new Blob([sealed.slice(0, start), part(0, 1), part(2)])],
    [
      'pieces are exchanged',
      () => new Blob([sealed.slice(0, start), part(0, 1), part(2, 3), part(1, 2), part(3)]),
    ],
    ['something was added', () => new Blob([sealed, part(3)])],
  ])('is refused when %s', async (_, change) => {
    expect(await problemOf(unseal(change(), PASSPHRASE))).toBe('changed');
  });

  it('is refused when its line was changed: another salt, cost, or version', async () => {
    const line = new TextDecoder().decode((await bytesOf(sealed)).slice(0, start));
    const under = (other: string) => problemOf(unseal(new Blob([other, sealed.slice(start)]), PASSPHRASE));
    expect(await under(line.replace('"salt"', '"rounds":1,"salt"'))).toBe('changed');
    expect(await under(line.replace('{"format"', '{ "format"'))).toBe('locked');
    expect(await under(line.replace('"version":1', '"version":2'))).toBe('newer');
    expect(await under(line.replace('sealed', 'other'))).toBe('not-ours');
  });

  it('is not made with a passphrase of fewer than twelve characters', async () => {
    await expect(seal(new Blob([plain]), 'too short 1')).rejects.toThrow(RangeError);
  });
});
