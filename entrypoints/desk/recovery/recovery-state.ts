import { signal } from '@preact/signals';
import { live } from '@/utils/messaging/live';
import type { DeskState } from '../desk-state';

/** Under this name the desk tells what came of commands sent from here. */
export const RECOVERY_PLACE = 'recovery';

export type RecoveryPage = ReturnType<typeof createRecoveryPage>;

/** What the place of recovery knows and does. */
export function createRecoveryPage(desk: DeskState) {
  const view = live('recovery', {}, undefined);
  /** The person began with nothing here: the copies are shown all the same. */
  const isEmptied = signal(false);
  return {
    desk,
    view,
    isEmptied,
    /** Brings it back from a snapshot by its name, or from `journal`; how far that is, the view tells. */
    async restore(from: string): Promise<void> {
      if (await desk.save(RECOVERY_PLACE, 'recovery.restore', { from })) isEmptied.value = false;
    },
    /** Deletes what was set aside, for good. */
    async removeAside(name: string): Promise<void> {
      await desk.save(RECOVERY_PLACE, 'recovery.remove', { name });
    },
    /** Begins with nothing; `typed` is what the person typed, and the background compares it. */
    async startEmpty(typed: string): Promise<void> {
      isEmptied.value = await desk.save(RECOVERY_PLACE, 'recovery.startEmpty', { typed });
    },
  };
}
