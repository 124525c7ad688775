import { isTyping } from '@/components/ui/key-target';
import { actByKey } from './acts';
import type { PopupState } from './popup-state';

/** Listens for keys on the whole document until the returned function is called. */
export function listenForKeys(popup: PopupState): () => void {
  const listen = (event: KeyboardEvent) => {
    const isOurs =
      event.key === 'Escape'
        ? closeAsk(popup)
        : !(event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) &&
          (moveByKey(event.key) || actByKey(popup, event.key));
    if (isOurs) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

function closeAsk({ ask }: PopupState): boolean {
  if (!ask.peek()) return false;
  ask.value = undefined;
  return true;
}

/** Arrows walk through what is started; above the first is the page. */
function moveByKey(key: string): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex(
    (row) => row === document.activeElement || row.parentElement?.contains(document.activeElement),
  );
  const next = rows[at + (key === 'ArrowDown' ? 1 : -1)];
  if (next) next.focus();
  else if (key === 'ArrowUp') document.querySelector<HTMLElement>('.page button')?.focus();
  return true;
}
