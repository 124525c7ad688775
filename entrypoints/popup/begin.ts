import { effect } from '@preact/signals';
import { tellToolNames } from '@/components/item/source-mark';
import { ODD_NAMES } from '@/components/item/tool-names';
import { pressAgain } from '@/components/ui/press-again';
import { openingCaptures } from './capture-on-open';
import { capture } from './commands';
import { listenForKeys } from './keys';
import { writeLastKnown } from './last-known';
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
  const stops = [listenForKeys(popup), captureOnce(popup), remember(popup)];
  pressAgain(kept);
  const silence = setTimeout(() => {
    if (!popup.page.peek()) popup.problem.value = { code: 'unreachable', again: () => location.reload() };
  }, SILENCE_MS);
  return () => {
    clearTimeout(silence);
    for (const stop of stops) stop();
  };
}

function captureOnce(popup: PopupState): () => void {
  let isDecided = false;
  return effect(() => {
    const captures = openingCaptures(popup.page.value, popup.settings.value);
    if (isDecided || captures === undefined) return;
    isDecided = true;
    if (captures) void capture(popup);
  });
}

/** For the next opening; written when nothing changes any more, so that this one is not held up. */
function remember({ quick, settings, sidebarKey }: PopupState): () => void {
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const { language, theme } = settings.value ?? {};
    const known = {
      ...(quick.value && { quick: quick.value }),
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
