import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import type { Clock } from '@/utils/model/clock';

/** What the background gives to the room of copies. */
export type Given = {
  inventory: Pick<Inventory, 'within' | 'restoreFrom'>;
  settings: Pick<SettingsStore, 'get' | 'change'>;
  clock: Clock;
  /** The view `backup` or `reminder` is another now. */
  changed(): void;
  /** Called before a file changes the inventory: the place for a copy to go back to. */
  before?(): Promise<void>;
  /** Is the disk too full for something large? */
  isFull?(): Promise<boolean>;
  /** Called while something takes long; gives the function that ends it. */
  stayAwake?(): () => void;
};
