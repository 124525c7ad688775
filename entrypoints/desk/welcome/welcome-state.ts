import { computed, effect, signal } from '@preact/signals';
import { browser } from '@/utils/browser';
import { t } from '@/utils/i18n';
import { watch } from '@/utils/messaging/client';
import { live } from '@/utils/messaging/live';
import type { PageView, Quick } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import type { DeskState } from '../desk-state';

export type Step = Settings['welcome'][number];
export type WelcomeState = ReturnType<typeof createWelcomeState>;

/** How often to ask whether the icon is on the toolbar, in ms, while the page is looked at: not every browser tells. */
const LOOK_AGAIN_MS = 1_000;

/** True when the sample on the page in the tab is in the inventory. */
export function sampleIsCaptured(
  page: PageView | undefined,
  quick: Quick | undefined,
  title: string,
): boolean {
  const item = page?.kind === 'item' || page?.kind === 'closed' ? page.item : undefined;
  const isLast = quick?.undo?.name === 'item.capture' && quick.undo.title === title;
  return item !== undefined || isLast;
}

/** Which steps of the first run are done; each is remembered as soon as it is seen to be done. */
export function createWelcomeState({ settings, save }: DeskState) {
  const quick = live('quick', {}, undefined);
  const page = signal<PageView | undefined>(undefined);
  /** Is the icon on the toolbar? Absent where the browser does not say. */
  const isOnToolbar = signal<boolean | undefined>(undefined);
  const seen = signal<ReadonlySet<Step>>(new Set());

  const done = computed(() => {
    const stored = settings.value?.welcome ?? [];
    const isCaptured = sampleIsCaptured(page.value, quick.value, t('welcome_sample_title'));
    const now: Step[] = [
      ...(isOnToolbar.value ? ['pinned' as const] : []),
      ...(isCaptured ? ['captured' as const] : []),
    ];
    return new Set<Step>([...stored, ...seen.value, ...now]);
  });

  /** Remembers a step for good. */
  function mark(step: Step): void {
    seen.value = new Set([...done.peek(), step]);
    void save('welcome', 'settings.change', { welcome: [...seen.peek()] });
  }

  async function look(): Promise<void> {
    // Firefox has this since 132 only behind the same name; where it is missing, the person says so.
    const answer = await browser.action.getUserSettings?.();
    isOnToolbar.value = answer?.isOnToolbar;
  }

  /** Begins to look: at the toolbar, and at what the inventory knows of this tab. Gives what ends it. */
  async function begin(): Promise<() => void> {
    void look();
    const looking = setInterval(() => {
      if (document.visibilityState === 'visible' && !done.peek().has('pinned')) void look();
    }, LOOK_AGAIN_MS);
    const stopRemembering = effect(() => {
      const stored = settings.value?.welcome;
      const steps = done.value;
      if (!stored || [...steps].every((step) => stored.includes(step) || seen.peek().has(step))) return;
      seen.value = steps;
      void save('welcome', 'settings.change', { welcome: [...steps] });
    });
    const tab = await browser.tabs.getCurrent();
    const stopWatching = watch('page', { ...(tab?.id !== undefined && { tabId: tab.id }) }, (view) => {
      page.value = view;
    });
    return () => {
      clearInterval(looking);
      stopRemembering();
      stopWatching();
    };
  }

  return { done, isOnToolbar, mark, begin };
}
