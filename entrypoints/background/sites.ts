import { browser } from '@/utils/browser';

const ID = 'near';
/** Where WXT puts the script of entrypoints/near.content. */
const SCRIPT = '/content-scripts/near.js';

export type Sites = {
  /** The match patterns of the sites that the person granted. */
  granted(): Promise<string[]>;
  /** Brings the registered script in step with what is granted now. */
  settle(): Promise<void>;
};

/**
 * Follows which sites the person granted: one small script is registered for all of them, and for no other site.
 * The browser keeps it over restarts and forgets it with an update, which begins anew by `settle`.
 */
export function followSites(changed: () => void): Sites {
  let last = Promise.resolve();
  /** One after the other: two at once would register the script twice. */
  const settle = (): Promise<void> => {
    last = last.then(register, register);
    return last;
  };
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void settle().then(() => enterOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(() => {
    void settle().then(changed);
  });
  for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup])
    event.addListener(() => void settle());
  return { granted, settle };
}

/** Our own pages are listed as an origin by some browsers; they are no site. */
const isSite = (origin: string): boolean => /^(?:https?|\*):/.test(origin);

const granted = async (): Promise<string[]> =>
  ((await browser.permissions.getAll()).origins ?? []).filter(isSite);

async function register(): Promise<void> {
  const matches = await granted();
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (before) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    ...{ id: ID, matches, js: [SCRIPT], allFrames: false },
    ...{ runAt: 'document_idle' as const, persistAcrossSessions: true },
  };
  if (before) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Pages that are open when their site is granted have their marks at once. */
async function enterOpenTabs(origins: string[]): Promise<void> {
  const url = origins.filter(isSite);
  if (url.length === 0) return;
  for (const { id } of await browser.tabs.query({ url })) {
    if (id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT] }).catch(() => {
      // A tab that shows an error page, or was closed meanwhile.
    });
  }
}
