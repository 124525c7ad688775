import { effect, signal, type Signal } from '@preact/signals';
import { render } from 'preact';
import { LockView } from '@/components/ui/lock-view';
import { isPress, isTyping } from '@/components/ui/key-target';
import { forgetShown } from '@/utils/browser/forget-shown';
import { language, speak } from '@/utils/i18n';
import type { CommandName, Payload, Reply } from '@/utils/messaging/commands';
import { systemClock } from '@/utils/model/clock';
import type { LockView as Lock } from '@/utils/model/lock';
import { mayLeave } from './gate';
import { lastOverview } from './remembered';
import type { Sidebar } from './sidebar';

const locks = new WeakMap<Sidebar, Signal<Lock | undefined>>();

/** How the lock stands; undefined until the background has told. */
export function lockOf(sidebar: Sidebar): Signal<Lock | undefined> {
  const known = locks.get(sidebar) ?? signal<Lock | undefined>();
  locks.set(sidebar, known);
  return known;
}

type Turns = {
  /** It is open, as this surface begins. */
  onOpen: () => void;
  /** It is locked, as this surface begins: whatever acts on the list ends. */
  onLocked: () => void;
};

/**
 * Follows the lock until `signal` aborts. When it closes or opens later, the surface begins anew: what it held is gone
 * with its document. While a lock is set nothing of the list is kept for the next opening.
 */
export function followLock(sidebar: Sidebar, turns: Turns, signal: AbortSignal): void {
  const view = lockOf(sidebar);
  const take = (lock: Lock) => {
    const before = view.peek();
    view.value = lock;
    if (lock.isSet) forgetShown();
    if (before) {
      if (before.isLocked !== lock.isLocked) location.reload();
    } else if (!lock.isLocked) turns.onOpen();
    // What was remembered of the list stands there already; forgotten by now, it does not come again.
    else if (sidebar.overview.peek() && !lastOverview()) location.reload();
    else {
      turns.onLocked();
      showLock(sidebar, signal);
    }
  };
  signal.addEventListener('abort', sidebar.wire.watch('lock', {}, take));
}

/** Puts the lock's view into a place of its own, in front of an app that is emptied and gone. */
function showLock(sidebar: Sidebar, signal: AbortSignal): void {
  const app = document.querySelector('.app')?.parentElement;
  const place = document.body.appendChild(document.createElement('div'));
  place.className = sidebar.isFrame ? 'app app-in-page' : 'app';
  if (app) {
    app.hidden = true;
    render(null, app);
  }
  const stop = effect(() => {
    const lock = lockOf(sidebar).value;
    const wanted = sidebar.settings.value?.language;
    if (!lock) return;
    const paint = () => render(<Lock key={language()} sidebar={sidebar} lock={lock} />, place);
    paint();
    if (wanted) void speak(wanted).then(paint);
  });
  document.addEventListener('keydown', (event) => actByKey(sidebar, event), { signal });
  signal.addEventListener('abort', () => {
    stop();
    render(null, place);
    place.remove();
  });
}

function Lock({ sidebar, lock }: { sidebar: Sidebar; lock: Lock }) {
  return (
    <LockView
      lock={lock}
      now={() => systemClock.now()}
      onCapture={() => ask(sidebar, 'page.capture', {})}
      {...(sidebar.isFrame
        ? { onAsk: () => ask(sidebar, 'lock.ask', {}), onClose: () => close(sidebar) }
        : { onOpen: (secret: string) => ask(sidebar, 'lock.open', { secret }) })}
    />
  );
}

/** The two keys that are left of many. */
function actByKey(sidebar: Sidebar, event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.isComposing) return;
  if (key === 'Escape') {
    if (sidebar.isFrame) close(sidebar);
    else if (target instanceof HTMLElement) target.blur();
  } else if (key === 'c' && !isTyping(target) && !isPress(event))
    document.querySelector<HTMLButtonElement>('.lock-capture button')?.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const close = (sidebar: Sidebar) => void ask(sidebar, 'sidebar.close', {});

/** Out of a page only what the person sees may leave, also here. */
async function ask<N extends CommandName>(sidebar: Sidebar, name: N, payload: Payload<N>): Promise<Reply> {
  return (await mayLeave(sidebar, name)) ? sidebar.wire.send(name, payload) : { ok: false, code: 'hidden' };
}
