/** Captures that wait, sealed, until the lock is opened. */
import type { Order } from '@/storage/inventory/execute';
import { browser } from '@/utils/browser';
import type { Refusal, Reply } from '@/utils/messaging/commands';
import type { Bytes } from './base64';
import type { LockRecord } from './record';
import { openerOf, seal, unseal } from './sealed-capture';
import type { LockState } from './state';
import { read, sealedKey, store } from './stored';

/** Refusals that say nothing against a capture: it stays sealed for the next time. */
const STAYS: readonly Refusal[] = ['disk-full', 'storage', 'recovery', 'newer-database', 'busy', 'locked'];

/** Carries out a command in the inventory. */
export type CarryOut = (order: Order) => Promise<Reply>;

/** Keeps a capture for later; undefined where the lock is open. */
export async function keepSealed(state: LockState, order: Order): Promise<Reply | undefined> {
  const { record, isOpen } = await state.load();
  if (!record || isOpen) return undefined;
  const sealed = await state.sealed();
  if (!sealed.has(order.id)) {
    const isKept = await store(sealedKey(order.id), await seal(record.publicKey, order));
    if (!isKept) return { ok: false, code: 'disk-full' };
    sealed.add(order.id);
  }
  return { ok: true, value: { outcome: 'kept' } };
}

/**
 * Carries out every sealed capture, in the order they were made, at their own instant. Each is taken out only when it was
 * answered: the command's id makes a second time harmless. Gives why the rest stays, if it does.
 */
export async function carryOutSealed(
  state: LockState,
  { publicKey }: LockRecord,
  key: Bytes,
  carryOut: CarryOut,
): Promise<Refusal | undefined> {
  const sealed = await state.sealed();
  const opener = await openerOf(publicKey, key);
  for (const id of [...sealed].toSorted()) {
    const order = await unseal(opener, id, await read(sealedKey(id)));
    if (!order) continue;
    const reply = await carryOut(order);
    if (!reply.ok && STAYS.includes(reply.code)) return reply.code;
    await browser.storage.local.remove(sealedKey(id));
    sealed.delete(id);
  }
  return undefined;
}
