import { useEffect } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { actByKey } from './acts';
import { Foot } from './foot';
import { PagePart } from './page-part';
import type { PopupState } from './popup-state';
import { StartedPart } from './started-part';
import { Trouble } from './trouble';

/** Quick status: this page, what is started, the way on. */
export function Popup({ popup }: { popup: PopupState }) {
  useEffect(() => listenForKeys(popup), [popup]);
  return (
    <main>
      <PagePart popup={popup} />
      <Trouble popup={popup} />
      <StartedPart popup={popup} />
      <Foot popup={popup} />
      <Heard popup={popup} />
    </main>
  );
}

/** What changed, for those who listen. */
function Heard({ popup }: { popup: PopupState }) {
  const change = popup.lastChange.value;
  return <output class="heard">{change?.title && t('popup_changed', displayText(change.title))}</output>;
}

function listenForKeys(popup: PopupState): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      if (event.key === 'Escape' && closeAsk(popup)) event.preventDefault();
      return;
    }
    const isOurs =
      event.key === 'Escape' ? closeAsk(popup) : moveByKey(event.key) || actByKey(popup, event.key);
    if (isOurs) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

function closeAsk(popup: PopupState): boolean {
  if (!popup.ask.peek()) return false;
  popup.askFor(undefined);
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
