import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import type { Reply } from '@/utils/messaging/commands';
import type { CommandId, SourceKey } from '@/utils/model/ids';
import { memoryOf } from './observe';
import type { Pages } from './pages';

type With = { inventory: Inventory; settings: Pick<SettingsStore, 'get'>; pages: Pages };

/** What can be done with the list that a page shows. Its rows are those that the background read, never a surface's word. */
export function createLists({ inventory, settings, pages }: With) {
  return {
    /** Captures the rows with these keys in one step. */
    async capture(id: CommandId, tabId: number, keys: readonly SourceKey[]): Promise<Reply> {
      const wanted = new Set(keys);
      const rows = (await pages.last(tabId))?.draft?.rows?.filter(({ source }) => wanted.has(source.key));
      if (!rows || rows.length === 0) return { ok: false, code: 'no-page' };
      const { me } = await settings.get();
      return inventory.execute(id, 'item.captureMany', { rows }, { via: 'capture', ...(me && { me }) });
    },

    /** Keeps the list, to compare it at the next visit, or forgets it. */
    async keep(id: CommandId, tabId: number, isKept: boolean): Promise<Reply> {
      const draft = (await pages.last(tabId))?.draft;
      if (draft?.page !== 'list') return { ok: false, code: 'no-page' };
      const { source, title, url, rows = [] } = draft;
      if (!isKept) return inventory.execute(id, 'list.forget', { key: source.key }, { via: 'ui' });
      const kept = { key: source.key, title, url, rows: memoryOf(rows) };
      return inventory.execute(id, 'list.keep', kept, { via: 'ui' });
    },
  };
}

export type Lists = ReturnType<typeof createLists>;
