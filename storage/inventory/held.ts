/** An import holds the database for as long as its one write takes: captures do not wait for it. */
import type { CommandId } from '@/utils/model/ids';
import type { Order } from './execute';
import { NotOpen } from './failure';
import type { Questions } from './questions';
import type { SecondCopy } from './second-copy';
import { KEEPABLE, type Written } from './write-path';

export type Held = ReturnType<typeof createHeld>;

/** The write path, with what may hold the database: what can be kept is acknowledged from the journal meanwhile. */
export function createHeld(copy: SecondCopy, carryOut: (order: Order) => Promise<Written>) {
  const orders: Order[] = [];
  let count = 0;
  const kept = (order: Order): Written => {
    if (!orders.some(({ id }) => id === order.id)) orders.push(order);
    return { reply: { ok: true, value: { outcome: 'kept' } }, touched: [] };
  };
  return {
    async write(order: Order): Promise<Written> {
      const isKept = count > 0 && KEEPABLE.has(order.name) && (await copy.keep(order));
      return isKept ? kept(order) : carryOut(order);
    },
    /** Does what holds the database for long. */
    async hold<T>(act: () => Promise<T>): Promise<T> {
      count += 1;
      try {
        return await act();
      } finally {
        count -= 1;
      }
    },
    isHeld: () => count > 0,
    /** Commands that were kept meanwhile and are not carried out yet. */
    waiting: (): CommandId[] => orders.map(({ id }) => id),
    /** Carries out what was kept; what still cannot be stays kept, for the next start. Gives whether there was anything. */
    async release(): Promise<boolean> {
      const all = count > 0 ? [] : orders.splice(0);
      for (const order of all) {
        const { reply } = await carryOut(order);
        if (reply.ok && reply.value.outcome !== 'kept') copy.settled(order.id);
      }
      return all.length > 0;
    },
  };
}

/** What a capture asks before it reads its page: while the database is held it goes without the answer. */
export const answeredUnlessHeld = (
  { lessonsFor, byAddress }: Questions,
  isHeld: () => boolean,
): Pick<Questions, 'lessonsFor' | 'byAddress'> => ({
  lessonsFor: (host) => (isHeld() ? Promise.reject(new NotOpen()) : lessonsFor(host)),
  byAddress: (urls) => (isHeld() ? Promise.reject(new NotOpen()) : byAddress(urls)),
});
