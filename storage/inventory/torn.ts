import { browser } from '@/utils/browser';

/** In the session's memory, until the browser closes. */
const TORN = 'journalTorn';

/**
 * Once a write to `storage.local` has failed, the browser accepts later ones, reads them back, and forgets them at its
 * next start: seen in Chromium 156 on a disk that hovers around full. Until then what lies there alone proves nothing.
 */
export async function isTorn(): Promise<boolean> {
  return browser.storage.session.get(TORN).then(
    (found) => found[TORN] === true,
    () => false, // memory that cannot be read knows of no failure
  );
}

/** A write to `storage.local` has failed. */
export async function markTorn(): Promise<void> {
  await browser.storage.session.set({ [TORN]: true }).catch(() => {
    // Memory: where not even that works, whoever noticed it knows it for this life of the worker.
  });
}
