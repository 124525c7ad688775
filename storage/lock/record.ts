/**
 * What is stored of a lock, version 1: a public key (ECDH, P-256) that captures are sealed to while it is locked, and its
 * private key wrapped twice with AES-256-GCM, once under the passphrase, once under the recovery code. How keys come from
 * those (passphrase-key.ts) is fixed in code: nothing in the record can ask for less. Each wrapping has a salt of its own,
 * so its key is used once and the nonce may be zero; its additional data are the version, which of the two it is, and the
 * public key. A wrong secret and a changed record are noticed by GCM alone.
 */
import * as v from 'valibot';
import { keyFrom } from '@/storage/transfer/passphrase-key';
import { isRecoveryCode, plainCode } from '@/utils/model/lock';
import { type Bytes, toBytes, toText } from './base64';

const base64 = v.pipe(v.string(), v.maxLength(500), v.base64());
const WrappedSchema = v.strictObject({ salt: base64, key: base64 });
export const LockRecordSchema = v.strictObject({
  version: v.literal(1),
  publicKey: base64,
  passphrase: WrappedSchema,
  code: WrappedSchema,
});
export type LockRecord = v.InferOutput<typeof LockRecordSchema>;

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const WAYS = ['passphrase', 'code'] as const;
type Way = (typeof WAYS)[number];
type Wrapped = LockRecord[Way];
export type Secrets = { passphrase: string; code: string };

/** A new lock. */
export async function newRecord(secrets: Secrets): Promise<LockRecord> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const publicKey = toText(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return recordWith(publicKey, privateKey, secrets);
}

/** The same key under other secrets: what was sealed stays readable. The private key's bytes are wiped. */
export async function recordWith(
  publicKey: string,
  privateKey: Bytes,
  { passphrase, code }: Secrets,
): Promise<LockRecord> {
  const record: LockRecord = {
    version: 1,
    publicKey,
    passphrase: await wrap(privateKey, 'passphrase', publicKey, passphrase),
    code: await wrap(privateKey, 'code', publicKey, plainCode(code)),
  };
  privateKey.fill(0);
  return record;
}

/** The private key (PKCS #8), by the passphrase or the recovery code; undefined for a wrong one. */
export async function privateKeyOf(record: LockRecord, secret: string): Promise<Bytes | undefined> {
  const byCode = isRecoveryCode(secret) ? await unwrap(record, 'code', plainCode(secret)) : undefined;
  // A passphrase may look like a code.
  return byCode ?? unwrap(record, 'passphrase', secret);
}

/** Are these two the secrets of the lock? */
export async function isOf(record: LockRecord, { passphrase, code }: Secrets): Promise<boolean> {
  const opened = [
    await unwrap(record, 'passphrase', passphrase),
    await unwrap(record, 'code', plainCode(code)),
  ];
  return opened.every((key) => key?.fill(0) !== undefined);
}

async function wrap(key: Bytes, way: Way, publicKey: string, secret: string): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const under = await keyFrom(secret, salt, 'encrypt');
  return { salt: toText(salt), key: toText(await crypto.subtle.encrypt(how(way, publicKey), under, key)) };
}

async function unwrap(record: LockRecord, way: Way, secret: string): Promise<Bytes | undefined> {
  const { salt, key } = record[way];
  const under = await keyFrom(secret, toBytes(salt), 'decrypt');
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how(way, record.publicKey), under, toBytes(key)));
  } catch {
    // GCM says only that the proof does not fit: a wrong secret, or a record that was changed.
    return undefined;
  }
}

const how = (way: Way, publicKey: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv: new Uint8Array(12),
  additionalData: new TextEncoder().encode(`throughline-lock 1 ${way} ${publicKey}`),
});
