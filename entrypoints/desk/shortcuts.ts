import { signal } from '@preact/signals';
import { browser } from '@/utils/browser';

/** A command of the manifest with the key that the browser really assigned; empty when it assigned none. */
export type Shortcut = { name: string; key: string };

/** Where Chromium keeps its list of shortcuts; it can be opened by an extension, but not linked to. */
export const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts';

export type Shortcuts = ReturnType<typeof createShortcuts>;

/** The keys as the browser assigned them, read again whenever the page is looked at: they change in another tab. */
export function createShortcuts() {
  const all = signal<Shortcut[] | undefined>(undefined);
  const cannotOpen = signal(false);

  async function read(): Promise<void> {
    const commands = await browser.commands.getAll();
    all.value = commands.map(({ name = '', shortcut = '' }) => ({ name, key: shortcut }));
  }

  const keyOf = (name: string): string => all.value?.find((each) => each.name === name)?.key ?? '';

  /** Opens the browser's list of shortcuts; where it does not let us, `cannotOpen` says so. */
  async function openList(): Promise<void> {
    try {
      await (openSettings()?.() ?? browser.tabs.create({ url: SHORTCUTS_PAGE }));
    } catch {
      // Not a failure of ours: the page then says in words where the list stands.
      cannotOpen.value = true;
    }
  }

  return { all, cannotOpen, read, keyOf, openList };
}

/** Firefox opens its list by an API that the polyfill's types do not know. */
function openSettings(): (() => Promise<void>) | undefined {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  return commands.openShortcutSettings?.bind(commands);
}
