import type { Inventory } from '@/storage/inventory';
import type { ImportLine } from '@/utils/model/backup';
import { refusalOf } from '../inventory/failure';
import type { InventoryDatabase } from '../inventory/schema';
import { importsOf } from './restore';

/** How much there is, the clock of the last event, and when the first one was (UTC ms). */
export type Now = { items: number; events: number; hlc: string; firstAt: number | undefined };

/** What an inventory that is in recovery has: nothing that could be asked. */
export const NOTHING: Now = { items: 0, events: 0, hlc: '', firstAt: undefined };

export type Look = ReturnType<typeof createLook>;

/** Questions to the inventory, answered also while it is in recovery. */
export function createLook(inventory: Pick<Inventory, 'within'>) {
  /** What the inventory says; `lost` where it can say nothing. */
  async function ask<T>(question: (db: InventoryDatabase) => Promise<T>, lost: T): Promise<T> {
    try {
      return await inventory.within(async (db) => ({ value: await question(db), isChanged: false }));
    } catch (error) {
      if (refusalOf(error) === 'recovery') return lost;
      throw error;
    }
  }
  return {
    ask,
    now: (): Promise<Now> =>
      ask(async (db) => {
        const [head, first] = await Promise.all([db.meta.get('head'), db.events.orderBy('id').first()]);
        const { items = 0, events = 0, hlc = '' } = head ?? {};
        return { items, events, hlc, firstAt: first?.at };
      }, NOTHING),
    imports: (): Promise<ImportLine[]> => ask(importsOf, []),
  };
}
