/**
 * A capture that nobody can read before the lock is opened, version 1: AES-256-GCM under a key that HKDF (SHA-256) makes
 * of a shared secret, ECDH of the lock's public key and a pair that is made for this one capture and thrown away. The key
 * is used once, so the nonce may be zero. Additional data: version and the command's id, which is its name in the storage.
 */
import * as v from 'valibot';
import type { Order } from '@/storage/inventory/execute';
import type { CommandId } from '@/utils/model/ids';
import { type Bytes, toBytes, toText } from './base64';
import { CURVE } from './record';

/** What takes nothing away and stands alone. */
export const SEALABLE = ['item.capture', 'item.captureMany', 'item.add'] as const;

export const SealedSchema = v.strictObject({ version: v.literal(1), from: v.string(), sealed: v.string() });
export type Sealed = v.InferOutput<typeof SealedSchema>;

const OrderSchema = v.object({
  name: v.picklist(SEALABLE),
  payload: v.unknown(),
  context: v.object({ via: v.picklist(['ui', 'capture', 'rule']), me: v.optional(v.string()) }),
  at: v.number(),
  zone: v.string(),
});

/** Seals a command to the lock's public key. */
export async function seal(publicKey: string, { id, ...order }: Order): Promise<Sealed> {
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const from = toText(await crypto.subtle.exportKey('raw', own.publicKey));
  const to = await crypto.subtle.importKey('raw', toBytes(publicKey), CURVE, true, []);
  const key = await keyBetween(own.privateKey, to, `${from} ${publicKey}`, 'encrypt');
  const plain = new TextEncoder().encode(JSON.stringify(order));
  return { version: 1, from, sealed: toText(await crypto.subtle.encrypt(how(id), key, plain)) };
}

/** What opens captures: the private key, for as long as they are carried out. */
export type Opener = { publicKey: string; privateKey: CryptoKey };

/** The private key as WebCrypto takes it, which gives it to nobody any more; the bytes are wiped. */
export async function openerOf(publicKey: string, privateKey: Bytes): Promise<Opener> {
  const key = await crypto.subtle.importKey('pkcs8', privateKey, CURVE, false, ['deriveBits']);
  privateKey.fill(0);
  return { publicKey, privateKey: key };
}

/** The command that was sealed; undefined where it was changed, or is of another lock. */
export async function unseal(
  { publicKey, privateKey }: Opener,
  id: CommandId,
  stored: unknown,
): Promise<Order | undefined> {
  try {
    const { from, sealed } = v.parse(SealedSchema, stored);
    const other = await crypto.subtle.importKey('raw', toBytes(from), CURVE, true, []);
    const key = await keyBetween(privateKey, other, `${from} ${publicKey}`, 'decrypt');
    const plain = await crypto.subtle.decrypt(how(id), key, toBytes(sealed));
    return { id, ...v.parse(OrderSchema, JSON.parse(new TextDecoder().decode(plain))) };
  } catch {
    // No capture of this lock: it is left where it is.
    return undefined;
  }
}

async function keyBetween(
  mine: CryptoKey,
  other: CryptoKey,
  parties: string,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, mine, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(`throughline-sealed-capture 1 ${parties}`);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}

const how = (id: CommandId): AesGcmParams => ({
  name: 'AES-GCM',
  iv: new Uint8Array(12),
  additionalData: new TextEncoder().encode(`throughline-sealed-capture 1 ${id}`),
});
