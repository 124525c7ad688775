import * as v from 'valibot';
import type { Inventory } from '@/storage/inventory';
import type { ToolHealthStore } from '@/storage/settings/tool-health';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import { type CheckReason, type Draft, type DraftRow, WAYS } from '@/utils/model/draft';
import { type CommandId, type ItemId, newId } from '@/utils/model/ids';
import { ItemIdSchema } from '@/utils/model/schemas';
import { comparable } from '@/utils/recognisers/title-text';
import { createShelf } from './session';

/** A page that was opened from its item names it, or what it is called now, within this time. UTC ms. */
const OPENED_MS = 60_000;
/** Why a page's fields may be another item's: then nothing of it is taken down. */
const NOT_ITS_OWN: readonly (CheckReason | undefined)[] = ['stale-page', 'witnesses-disagree', 'unbound'];

const OpenedSchema = v.object({
  id: ItemIdSchema,
  key: v.string(),
  by: v.picklist(WAYS),
  at: v.number(),
});

/**
 * What reading a page means for what is known of it: its item's news go to the log, a kept list is compared, a
 * moved item keeps its old key, lessons heal. Nobody pressed anything: none of it is an act that undo would take back.
 */
export function createObserver(inventory: Inventory, health: Pick<ToolHealthStore, 'note'>, clock: Clock) {
  const opened = createShelf('opened', OpenedSchema);
  const carryOut = (name: Parameters<Inventory['execute']>[1], payload: unknown) =>
    inventory.execute(newId<CommandId>(clock.now()), name, payload, { via: 'rule' });

  /** Was this page opened from an item? Then it is that item, whatever it is called now. */
  async function arrived(tabId: number, draft: Draft): Promise<void> {
    const from = await opened.get(tabId);
    if (!from || draft.page !== 'item') return;
    await opened.drop(tabId);
    if (clock.now() - from.at > OPENED_MS) return;
    const { id, key, by } = from;
    if (draft.source.key === key) await carryOut('item.way', { id, key, by });
    else if (by === 'address' && productOf(key) === draft.source.product && (await isSame(id, draft)))
      await carryOut('item.moved', { key, draft });
  }

  /** The tool led the old address to a new one. Another item that the person went on to has another title. */
  const isSame = async (id: ItemId, draft: Draft) =>
    comparable((await inventory.rowFor(id))?.title ?? '') === comparable(draft.title);

  return {
    /** A tab was sent to an item's source. */
    sent: (tabId: number, from: Omit<v.InferOutput<typeof OpenedSchema>, 'at'>) =>
      opened.set(tabId, { ...from, at: clock.now() }),

    /** A page was read without being captured. */
    async seen(tabId: number, draft: Draft): Promise<void> {
      await health.note(draft, clock.now(), dayOf(clock.now(), clock.zone()));
      if (NOT_ITS_OWN.includes(draft.check)) return;
      await arrived(tabId, draft);
      if (draft.page === 'list') {
        if (await inventory.list(draft.source.key))
          await carryOut('list.seen', { key: draft.source.key, rows: memoryOf(draft.rows ?? []) });
      } else if (await inventory.bySource(draft.source.key, draft.aliases))
        await carryOut('item.observe', { draft });
      for (const { id, healed } of draft.lessons ?? [])
        if (healed) await carryOut('lesson.heal', { id, locators: healed });
    },
  };
}

export type Observer = ReturnType<typeof createObserver>;

const productOf = (key: string): string => key.slice(0, key.indexOf('|'));

/** What a kept list remembers of its rows. */
export const memoryOf = (rows: readonly DraftRow[]) =>
  rows.map(({ source, title }) => ({ key: source.key, title }));
