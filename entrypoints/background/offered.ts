import type { SettingsStore } from '@/storage/settings';
import { browser } from '@/utils/browser';
import { lightKnownPages } from './known-pages';
import { makeMenus } from './menus';

/**
 * What stands outside our surfaces without being asked, as far as the person wants it: the entries of the context menu
 * and the light of the icon. Made on install, update and start, and anew when it was switched.
 */
export function offerOutside(settings: Pick<SettingsStore, 'get' | 'onChange'>): void {
  let last = Promise.resolve();
  /** What was made; unknown to a background that starts anew, which then makes it once more. */
  let made = '';
  const make = async (isForced: boolean) => {
    const { menus, lightIcon } = await settings.get();
    const wanted = `${menus} ${lightIcon}`;
    if (!isForced && wanted === made) return;
    await Promise.all([makeMenus(menus), lightKnownPages(lightIcon)]);
    made = wanted;
  };
  /** One after the other: two at once would make an entry twice. */
  const offer = (isForced: boolean) => {
    last = last.then(() => make(isForced)).catch(() => undefined); // the next start makes them
  };
  for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup])
    event.addListener(() => offer(true));
  settings.onChange(() => offer(false));
}
