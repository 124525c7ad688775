/**
 * A file locked with a passphrase. Form, version 1: one line of JSON in the clear, then pieces.
 *
 *   {"format":"throughline-sealed","version":1,"salt":"<16 random bytes, base64>"}\n
 *   piece 0 · piece 1 · …      AES-256-GCM, each 64 KiB (the last one shorter or as long) and 16 bytes of proof
 *
 * The key: PBKDF2, SHA-256, 600,000 rounds over the passphrase in NFKC (passphrase-key.ts). All of that is fixed by the
 * version: a file cannot ask for less. The nonce of a piece is its number; the salt makes the key of every file another.
 * Additional data of each piece: the line in the clear, its number, and whether it is the last one. So pieces that were
 * exchanged, left out, added or cut off, and another line before them, are noticed.
 */
import * as v from 'valibot';
import { LARGEST } from './file-form';
import { keyFrom } from './passphrase-key';
import { WrongFile } from './wrong-file';

const FORMAT = 'throughline-sealed';
const PIECE = 65_536;
const PROOF = 16;
/** Characters; shorter ones are guessed. */
export const LEAST_PASSPHRASE = 12;
/** What a locked file's name ends in. */
export const SEALED = '.locked';

const AnySchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const SealSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(1),
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/)),
});

type Bytes = Uint8Array<ArrayBuffer>;

/** True for a file that needs a passphrase; reads its first line only. */
export async function isSealed(file: Blob): Promise<boolean> {
  const [line] = await lineOf(file);
  return v.is(AnySchema, parse(line));
}

/** The file, locked. Throws RangeError for a passphrase that is too short. */
export async function seal(file: Blob, passphrase: string): Promise<Blob> {
  if (passphrase.length < LEAST_PASSPHRASE) throw new RangeError('too short a passphrase');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const line = `${JSON.stringify({ format: FORMAT, version: 1, salt: btoa(String.fromCharCode(...salt)) })}\n`;
  const key = await keyFrom(passphrase, salt, 'encrypt');
  const parts: (string | ArrayBuffer)[] = [line];
  const count = Math.max(1, Math.ceil(file.size / PIECE));
  for (let number = 0; number < count; number += 1) {
    const plain = await file.slice(number * PIECE, (number + 1) * PIECE).arrayBuffer();
    parts.push(await crypto.subtle.encrypt(pieceOf(line, number, number === count - 1), key, plain));
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}

/**
 * What was locked. Throws WrongFile: `locked` for a wrong passphrase (or a first piece that was changed: nothing can tell
 * the two apart), `changed` for what was tampered with or cut further on, `newer`, `not-ours`, `too-large`.
 */
export async function unseal(file: Blob, passphrase: string): Promise<Blob> {
  if (file.size > LARGEST.fileBytes) throw new WrongFile('too-large');
  const [line, start] = await lineOf(file);
  const salt = saltOf(line);
  const key = await keyFrom(passphrase, salt, 'decrypt');
  const sealed = file.slice(start);
  const count = Math.ceil(sealed.size / (PIECE + PROOF));
  if (count === 0) throw new WrongFile('cut');
  const parts: ArrayBuffer[] = [];
  for (let number = 0; number < count; number += 1) {
    const piece = sealed.slice(number * (PIECE + PROOF), (number + 1) * (PIECE + PROOF));
    parts.push(
      await open(key, pieceOf(line, number, number === count - 1), await piece.arrayBuffer(), number),
    );
  }
  return new Blob(parts);
}

async function open(key: CryptoKey, piece: AesGcmParams, bytes: ArrayBuffer, number: number) {
  try {
    return await crypto.subtle.decrypt(piece, key, bytes);
  } catch {
    // GCM says only that the proof does not fit.
    throw new WrongFile(number === 0 ? 'locked' : 'changed');
  }
}

function saltOf(line: string): Bytes {
  const found = parse(line);
  const any = v.safeParse(AnySchema, found);
  if (!any.success) throw new WrongFile('not-ours');
  if (any.output.version > 1) throw new WrongFile('newer');
  const parsed = v.safeParse(SealSchema, found);
  if (!parsed.success) throw new WrongFile('changed');
  return Uint8Array.from(atob(parsed.output.salt), (letter) => letter.charCodeAt(0));
}

/** Nonce and additional data of a piece. */
function pieceOf(line: string, number: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, number);
  const additionalData = new TextEncoder().encode(`${line}${number} ${isLast ? 'last' : 'more'}`);
  return { name: 'AES-GCM', iv, additionalData };
}

/** The first line with its line feed, and where it ends in bytes. */
async function lineOf(file: Blob): Promise<[string, number]> {
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await file.slice(0, 300).arrayBuffer());
  } catch {
    // Moved, deleted or forbidden since it was chosen.
    throw new WrongFile('unreadable');
  }
  const end = bytes.indexOf(10) + 1;
  return [new TextDecoder().decode(bytes.subarray(0, end)), end];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No line of ours.
    return undefined;
  }
}
