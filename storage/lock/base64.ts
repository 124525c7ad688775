/** Bytes, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Letters of one call; all bytes at once would be too many arguments. */
const PIECE = 30_000;

export function toText(from: ArrayBuffer | Bytes): string {
  const bytes = new Uint8Array(from);
  let letters = '';
  for (let start = 0; start < bytes.length; start += PIECE)
    letters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(letters);
}

/** Throws where the text is no base64. */
export const toBytes = (text: string): Bytes => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
