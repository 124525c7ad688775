import { effect, signal, type Signal } from '@preact/signals';
import { render } from 'preact';
import { Button } from '@/components/ui/button';
import { isPress, isTyping } from '@/components/ui/key-target';
import { LockView } from '@/components/ui/lock-view';
import { forgetShown } from '@/utils/browser/forget-shown';
import { language, speak, t } from '@/utils/i18n';
import { send, watch } from '@/utils/messaging/client';
import { systemClock } from '@/utils/model/clock';
import type { LockView as Lock } from '@/utils/model/lock';
import { perform } from './commands';
import { readLastKnown } from './last-known';
import type { PopupState } from './popup-state';

const locks = new WeakMap<PopupState, Signal<Lock | undefined>>();
/** Set for the one opening that follows an unlocking. */
const UNLOCKED = 'unlocked';

/** How the lock stands; undefined until the background has told. */
export function lockOf(popup: PopupState): Signal<Lock | undefined> {
  const known = locks.get(popup) ?? signal<Lock | undefined>();
  locks.set(popup, known);
  return known;
}

/**
 * Follows the lock until the returned function is called: `whenLocked` as this opening begins locked. When it closes or
 * opens later, the popup begins anew: what it held is gone with its document.
 */
export function followLock(popup: PopupState, whenLocked: () => void): () => void {
  const view = lockOf(popup);
  let hide: (() => void) | undefined;
  const stop = watch('lock', {}, (lock) => {
    const before = view.peek();
    view.value = lock;
    if (lock.isSet) forgetShown();
    if (before && before.isLocked !== lock.isLocked) {
      if (before.isLocked) noteUnlocking();
      location.reload();
    } else if (!before && lock.isLocked) {
      // What was remembered stands there already; forgotten by now, it does not come again.
      if (popup.quick.peek() && !readLastKnown().quick) location.reload();
      else {
        whenLocked();
        hide = showLock(popup);
      }
    }
  });
  return () => {
    stop();
    hide?.();
  };
}

function noteUnlocking(): void {
  try {
    sessionStorage.setItem(UNLOCKED, '1');
  } catch {
    // No site data allowed: then the opening is one like any other.
  }
}

/** True for the opening that follows an unlocking, once: who unlocks has not asked for the page to be captured. */
export function wasJustUnlocked(): boolean {
  try {
    const was = sessionStorage.getItem(UNLOCKED) !== null;
    sessionStorage.removeItem(UNLOCKED);
    return was;
  } catch {
    return false; // nothing can be noted there
  }
}

/** Puts the lock's view in front of a popup that is emptied and gone. */
function showLock(popup: PopupState): () => void {
  const app = document.querySelector('.foot')?.closest<HTMLElement>('main')?.parentElement;
  const place = document.body.appendChild(document.createElement('div'));
  place.className = 'lock-place';
  if (app) {
    app.hidden = true;
    render(null, app);
  }
  const stop = effect(() => {
    const lock = lockOf(popup).value;
    const wanted = popup.settings.value?.language;
    if (!lock) return;
    const paint = () => render(<LockPart key={language()} popup={popup} lock={lock} />, place);
    paint();
    if (wanted) void speak(wanted).then(paint);
  });
  document.addEventListener('keydown', captureByKey);
  return () => {
    document.removeEventListener('keydown', captureByKey);
    stop();
    render(null, place);
    place.remove();
  };
}

const LockPart = ({ popup, lock }: { popup: PopupState; lock: Lock }) => (
  <LockView
    lock={lock}
    now={() => systemClock.now()}
    onOpen={(secret) => send('lock.open', { secret })}
    onCapture={() => send('page.capture', popup.target)}
  />
);

/** The one key that is left of many; Esc closes a popup by itself. */
function captureByKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (key !== 'c' || ctrlKey || metaKey || altKey || isTyping(target) || isPress(event)) return;
  event.preventDefault();
  document.querySelector<HTMLButtonElement>('.lock-capture button')?.click();
}

/** In the foot, while a lock is set. */
export function LockNow({ popup }: { popup: PopupState }) {
  if (!lockOf(popup).value?.isSet) return null;
  return (
    <Button
      look="plain"
      icon="lock"
      label={t('lock_now')}
      onPress={() => void perform(popup, 'lock.now', {})}
    />
  );
}
