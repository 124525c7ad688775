/** OWASP's figure of 2023 for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;

/**
 * The AES-256 key of a passphrase: PBKDF2, SHA-256, 600,000 rounds over the passphrase in NFKC. Fixed in code: nothing that
 * is stored can ask for less.
 */
export async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // The same words typed on another keyboard may come as other code points.
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}
