import { signal } from '@preact/signals';
import { browser } from '@/utils/browser';
import type { MessageKey } from '@/utils/i18n';

/** What each permission lets us do, by the sentence that says it. */
export const PERMISSION_WORDS: Record<string, MessageKey> = {
  storage: 'permission_storage',
  unlimitedStorage: 'permission_unlimited_storage',
  activeTab: 'permission_active_tab',
  scripting: 'permission_scripting',
  alarms: 'permission_alarms',
  contextMenus: 'permission_context_menus',
  sidePanel: 'permission_side_panel',
  declarativeContent: 'permission_declarative_content',
  notifications: 'permission_notifications',
  downloads: 'permission_downloads',
};

export type Granted = { permissions: string[]; origins: string[] };

/** Everything that the browser grants us now; kept up to date while the page lives. */
export function createPermissions() {
  const granted = signal<Granted | undefined>(undefined);

  async function read(): Promise<void> {
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    // Our own pages are listed as an origin by some browsers; they are no site.
    granted.value = { permissions, origins: origins.filter((origin) => /^(https?|\*|file):/.test(origin)) };
  }

  /** Takes the standing access to a site back. */
  async function takeBack(origin: string): Promise<void> {
    await browser.permissions.remove({ origins: [origin] });
    await read();
  }

  function begin(): void {
    browser.permissions.onAdded.addListener(() => void read());
    browser.permissions.onRemoved.addListener(() => void read());
    void read();
  }

  return { granted, takeBack, begin };
}
