import * as v from 'valibot';
import { ItemIdSchema } from '@/utils/model/schemas';
import type { Clock } from '@/utils/model/clock';
import type { ItemId } from '@/utils/model/ids';
import { createShelf } from './session';

/** A sidebar that opens later than this after a mark was pressed begins with its list, in ms. */
const OPENING_MS = 8_000;

const AskedSchema = v.object({ id: ItemIdSchema, at: v.number() });
export type Asked = v.InferOutput<typeof AskedSchema>;

/** The item that a person asked to see, by pressing its mark in a tab's page, until the sidebar there has shown it. */
export function createAskedItem(clock: Clock, changed: () => void) {
  const tabs = createShelf('asked', AskedSchema);
  return {
    async ask(tabId: number, id: ItemId): Promise<void> {
      await tabs.set(tabId, { id, at: clock.now() });
      changed();
    },
    async get(tabId: number): Promise<Asked | undefined> {
      const asked = await tabs.get(tabId);
      return asked && clock.now() - asked.at < OPENING_MS ? asked : undefined;
    },
  };
}

export type AskedItem = ReturnType<typeof createAskedItem>;
