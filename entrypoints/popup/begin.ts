import { effect } from '@preact/signals';
import { tellToolNames } from '@/components/item/source-mark';
import { ODD_NAMES } from '@/components/item/tool-names';
import { pressAgain } from '@/components/ui/press-again';
import { openingCaptures } from './capture-on-open';
import { capture } from './commands';
import { listenForKeys } from './keys';
import { writeLastKnown } from './last-known';
import { followLock, lockOf, wasJustUnlocked } from './lock';
import type { PopupState } from './popup-state';
import { look } from './ways-out';

/** How long the background may keep silent before the popup says so, in ms. */
const SILENCE_MS = 5_000;
/** How long what is shown stays the same before it is remembered, in ms. */
const KEEP_MS = 200;

/**
 * Begins what an opening does by itself: the capture that it may be, keys (`kept` are those pressed before),
 * remembering. Gives what stops it again.
 */
export function begin(popup: PopupState, kept: readonly KeyboardEvent[] = []): () => void {
  void look(popup);
  tellToolNames(ODD_NAMES);
  const acts = [listenForKeys(popup), captureOnce(popup), remember(popup)];
  const endActs = () => {
    for (const end of acts.splice(0)) end();
  };
  const stops = [endActs, followLock(popup, endActs)];
  pressAgain(kept);
  const silence = setTimeout(() => {
    if (!popup.page.peek() && !lockOf(popup).peek()?.isLocked)
      popup.problem.value = { code: 'unreachable', again: () => location.reload() };
  }, SILENCE_MS);
  return () => {
    clearTimeout(silence);
    for (const stop of stops) stop();
  };
}

function captureOnce(popup: PopupState): () => void {
  let isDecided = wasJustUnlocked();
  return effect(() => {
    const captures = openingCaptures(popup.page.value, popup.settings.value);
    if (isDecided || captures === undefined) return;
    isDecided = true;
    if (captures) void capture(popup);
  });
}

/**
 * For the next opening; written when nothing changes any more, so that this one is not held up. While a lock is set
 * nothing of the inventory: it would be painted before the background could say that it is locked.
 */
function remember(popup: PopupState): () => void {
  const { quick, settings, sidebarKey } = popup;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const { language, theme } = settings.value ?? {};
    const mayShow = lockOf(popup).value?.isSet === false;
    const shown = quick.value;
    const known = {
      ...(mayShow && shown && { quick: shown }),
      ...(language && theme && { settings: { language, theme } }),
      ...(sidebarKey.value && { sidebarKey: sidebarKey.value }),
    };
    clearTimeout(keeping);
    keeping = setTimeout(() => writeLastKnown(known), KEEP_MS);
  });
  return () => {
    clearTimeout(keeping);
    stop();
  };
}
