import type { SettingsStore } from '@/storage/settings';
import { browser } from '@/utils/browser';

const SECONDS = 60;
/** Where nothing closes by itself only the screen's own lock counts: asked seldom. */
const SELDOM_MINUTES = 60;

type With = { settings: Pick<SettingsStore, 'get' | 'onChange'>; close(): Promise<unknown> };

/** Undefined as long as the permission is not given. */
const idle = () => browser.idle as typeof browser.idle | undefined;

/**
 * Closes the lock when nobody has touched the computer for the minutes that were set, and with the computer's own lock.
 * Does nothing before the permission is given, which is asked for when a lock is set.
 */
export function closeWhenIdle({ settings, close }: With): void {
  const hear = (state: string) => {
    look(state).catch(() => {
      // The session cannot be told: this life of the worker is locked all the same.
    });
  };
  async function look(state: string): Promise<void> {
    const { lockAfter } = await settings.get();
    if (state === 'locked') await close();
    if (state !== 'idle' || lockAfter === 0) return;
    // A worker that has just begun may hear of the browser's usual minute, not of the one that was set.
    if ((await idle()?.queryState(lockAfter * SECONDS)) !== 'active') await close();
  }
  const measure = (lockAfter: number) =>
    idle()?.setDetectionInterval((lockAfter || SELDOM_MINUTES) * SECONDS);
  const listen = () => {
    const changes = idle()?.onStateChanged;
    if (!changes || changes.hasListener(hear)) return;
    changes.addListener(hear);
    void settings.get().then(({ lockAfter }) => measure(lockAfter));
  };
  browser.permissions.onAdded.addListener(listen);
  settings.onChange(({ lockAfter }) => measure(lockAfter));
  listen();
}
