import { browser } from '@/utils/browser';
import type { Quick } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';

/** What the popup paints at once, before the background has answered. */
export type LastKnown = {
  quick?: Quick | undefined;
  settings?: Pick<Settings, 'language' | 'theme'> | undefined;
  /** The key that the browser really assigned to the sidebar. */
  sidebarKey?: string | undefined;
};

const PLACE = 'popup.last-known';

/** What the popup showed when it was open last; empty after an update, whose views may have another form. */
export function readLastKnown(): LastKnown {
  try {
    // Only this module writes there, and the version says that it was this form of it.
    const stored = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as LastKnown & { version?: string };
    const { version, ...known } = stored;
    return version === browser.runtime.getManifest().version ? known : {};
  } catch {
    // Site data may be blocked or damaged: then the first paint waits for the background.
    return {};
  }
}

/** Remembers for the next opening; what is left out stays as it was. */
export function writeLastKnown(known: LastKnown): void {
  try {
    const { version } = browser.runtime.getManifest();
    localStorage.setItem(PLACE, JSON.stringify({ ...readLastKnown(), ...known, version }));
  } catch {
    // Without it the next opening paints a little later, and is right all the same.
  }
}
