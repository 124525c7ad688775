import { isPress, isTyping } from './key-target';

type Options = {
  /** A key that is left to the browser. */
  except?: string;
  /** What cannot wait, by key. */
  atOnce?: Record<string, () => void>;
};

/**
 * Keeps the keys that are pressed before what they do was fetched. They wait for the returned function, which presses
 * them again in their order.
 */
export function keepEarlyKeys({ except, atOnce = {} }: Options): () => void {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, target } = event;
    if (isTyping(target) || isPress(event) || ctrlKey || metaKey || key === 'Tab' || key === except) return;
    event.preventDefault();
    const act = atOnce[key];
    if (act) act();
    else kept.push(event);
  };
  document.addEventListener('keydown', keep);
  return () => {
    document.removeEventListener('keydown', keep);
    for (const { key, code, altKey, shiftKey } of kept) {
      const again = { key, code, altKey, shiftKey, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', again));
    }
  };
}
