import { isPress, isTyping } from './key-target';

type Options = {
  /** A key that is left to the browser. */
  except?: string;
  /** What cannot wait, by key. */
  atOnce?: Record<string, () => void>;
};

/**
 * Keeps the keys that are pressed before what they do was fetched, until the returned function is called; it gives
 * them, for `pressAgain`.
 */
export function keepEarlyKeys({ except, atOnce = {} }: Options): () => readonly KeyboardEvent[] {
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
    return kept;
  };
}
