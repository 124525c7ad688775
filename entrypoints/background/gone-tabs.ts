/** What Chromium and Firefox say of a tab that was closed while something was on its way to it. */
const GONE = /^(No tab with id|Invalid tab ID)/;

/**
 * A tab can close between any two of our calls; whoever asked for it is gone with it. Each caller handles that, but the
 * browser rejects some promises of its own beside the ones it gives us (seen with a test that closes tabs at once,
 * Chromium 156), and those would be written to the console as errors.
 */
export function ignoreGoneTabs(): void {
  globalThis.addEventListener('unhandledrejection', (event) => {
    // Any value can be thrown; only errors with this very message are meant.
    const said = event.reason instanceof Error ? event.reason.message : '';
    if (GONE.test(said)) event.preventDefault();
  });
}
