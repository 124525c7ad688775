/** Presses keys that were kept again, in their order, where the focus is now. */
export function pressAgain(kept: readonly KeyboardEvent[]): void {
  for (const { key, code, altKey, shiftKey } of kept) {
    const again = { key, code, altKey, shiftKey, bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', again));
  }
}
