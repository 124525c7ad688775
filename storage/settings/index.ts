/** What the person has set, kept in the browser's own storage: small, read often, needed before any database. */
import { browser } from '@/utils/browser';
import type { Settings } from '@/utils/model/settings';
import { parseSettings } from '@/utils/model/settings-schema';

const KEY = 'settings';

/** Changes to make: only the named fields; an `undefined` field stays as it is. */
export type SettingsChange = { [Field in keyof Settings]?: Settings[Field] | undefined };

export type SettingsStore = {
  /** The settings now; what is missing or unreadable has its usual value. */
  get(): Promise<Settings>;
  /** Makes the changes and gives the settings afterwards. One after the other: none overwrites another. */
  change(changes: SettingsChange): Promise<Settings>;
  /** Hears the settings after each change, whoever made it; gives the function that stops. */
  onChange(listener: (settings: Settings) => void): () => void;
};

/** Only the background calls this: surfaces watch the `settings` view and send `settings.change`. */
export function openSettings(): SettingsStore {
  let queue: Promise<unknown> = Promise.resolve();
  // Every command asks for them: read once, and again after each change.
  let known: Promise<Settings> | undefined;
  const read = async () => parseSettings((await browser.storage.local.get(KEY))[KEY]);
  const get = () => {
    known ??= read().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.hasOwn(changes, KEY)) known = undefined;
  });
  const apply = async (changes: SettingsChange) => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const after = parseSettings({ ...(await get()), ...Object.fromEntries(given) });
    await browser.storage.local.set({ [KEY]: after });
    known = undefined;
    return after;
  };
  return {
    get,
    change(changes) {
      const changed = queue.then(() => apply(changes));
      queue = changed.catch(() => undefined); // the caller of this change hears of it; the next is tried anyway
      return changed;
    },
    onChange(listener) {
      const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area === 'local' && Object.hasOwn(changes, KEY)) listener(parseSettings(changes[KEY]?.newValue));
      };
      browser.storage.onChanged.addListener(hear);
      return () => browser.storage.onChanged.removeListener(hear);
    },
  };
}
