import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Order } from '@/storage/inventory/execute';
import { createLock } from '@/storage/lock';
import type { Reply } from '@/utils/messaging/commands';
import { type CommandId, newId } from '@/utils/model/ids';
import { handClock, ticket } from './inventory';

export const PASSPHRASE = 'four quiet words here';
export const CODE = 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ';
export const SECRETS = { passphrase: PASSPHRASE, code: CODE };
export const WRONG = 'wrong words here';

/** Keys of passphrases in a few rounds, for tests that need many; gives the rounds that the product asked for. */
export function quickKeys(): number[] {
  const asked: number[] = [];
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((how, ...rest) => {
    if (typeof how !== 'object' || !('iterations' in how)) return derive(how, ...rest);
    asked.push(how.iterations);
    return derive({ ...how, iterations: 10 }, ...rest);
  });
  return asked;
}

/** A lock whose worker can die and whose browser can start again. */
export function restartingLock() {
  const clock = handClock('2026-11-23T10:00:00Z');
  const told = { changes: 0 };
  const begin = () => createLock(clock, () => (told.changes += 1));
  const kept = {
    clock,
    told,
    lock: begin(),
    /** The worker ends and another begins. */
    nextLife() {
      kept.lock = begin();
    },
    /** The browser closes and starts again. */
    async nextStart() {
      await fakeBrowser.storage.session.clear();
      kept.nextLife();
    },
    wrong: () => kept.lock.open(WRONG, taking().carryOut),
    right: () => kept.lock.open(PASSPHRASE, taking().carryOut),
  };
  return kept;
}

let made = 0;
/** A capture as the inventory is given it. */
export const captureOf = (title: string, at = Date.parse('2026-11-23T10:00:00Z')): Order => ({
  id: newId<CommandId>(at + (made += 1)),
  name: 'item.capture',
  payload: { draft: ticket(1, { title }) },
  context: { via: 'capture', me: 'Ana' },
  at,
  zone: 'Europe/Berlin',
});

/** An inventory that takes everything down, and answers as it is told. */
export function taking(reply: (order: Order) => Reply = () => ({ ok: true, value: { outcome: 'new' } })) {
  const orders: Order[] = [];
  const carryOut = async (order: Order) => {
    orders.push(order);
    return reply(order);
  };
  return { orders, carryOut };
}

/** Everything in the browser's own storage, as one text. */
export const everythingStored = async (): Promise<string> =>
  JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]);
