import { isPress, isTyping } from './key-target';

/**
 * Keeps the keys that are pressed before what they do was fetched. The search key acts at once, so that the words
 * typed after it reach the field; the others wait for the returned function, which presses them again in their order.
 */
export function keepEarlyKeys(): () => void {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    if (isTyping(event.target) || isPress(event) || event.ctrlKey || event.metaKey || event.key === 'Tab')
      return;
    event.preventDefault();
    if (event.key === '/') document.querySelector<HTMLInputElement>('#line')?.focus();
    else kept.push(event);
  };
  document.addEventListener('keydown', keep);
  return () => {
    document.removeEventListener('keydown', keep);
    for (const { key, code, altKey, shiftKey } of kept) {
      const again = new KeyboardEvent('keydown', {
        key,
        code,
        altKey,
        shiftKey,
        bubbles: true,
        cancelable: true,
      });
      (document.activeElement ?? document.body).dispatchEvent(again);
    }
  };
}
