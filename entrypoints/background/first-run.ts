import { browser } from '@/utils/browser';
import type { SettingsStore } from '@/storage/settings';

/** After the installation, once: the page of first steps. Never after an update, never again. */
export function welcomeOnce(settings: SettingsStore): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome(settings);
  });
}

async function welcome(settings: SettingsStore): Promise<void> {
  const { welcome } = await settings.get();
  if (welcome.includes('shown')) return;
  await settings.change({ welcome: [...welcome, 'shown'] });
  await browser.tabs.create({ url: browser.runtime.getURL('desk.html#welcome') });
}

/** Marks the step of opening the sidebar as done, when it is first seen open. */
export async function sidebarWasOpened(settings: SettingsStore): Promise<void> {
  const { welcome } = await settings.get();
  if (!welcome.includes('opened')) await settings.change({ welcome: [...welcome, 'opened'] });
}
