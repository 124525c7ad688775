/** What may stay where nothing of the inventory may: how a surface looks, and which headings are folded. */
const HARMLESS = ['dress', 'folded'];

/**
 * Forgets what surfaces keep of the list, to paint it first at their next opening. While a lock is set nothing of it
 * may be there: that first paint would come before the background could say that it is locked. A browser that keeps it
 * for frames in pages by their site (Chromium 156 does not) is not reached there by this; a frame paints from memory
 * only when it was greeted, and while it is locked the background greets none.
 */
export function forgetShown(): void {
  try {
    for (const name of Object.keys(localStorage))
      if (!HARMLESS.some((harmless) => name.startsWith(`${harmless}.`))) localStorage.removeItem(name);
  } catch {
    // No storage here: then nothing was kept.
  }
}
