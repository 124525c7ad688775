/**
 * Our script for what a person selected: it turns the page's draft into the ask in its own words. It needs no page; it
 * is put into one because reading words would make the background larger, which every browser start pays for.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listen } from '@/utils/messaging/answer-in-page';
import { shared } from '@/utils/messaging/isolated-world';
import { systemClock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import { askOf } from '@/utils/recognisers/ask';

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (shared.isAsking) return;
    shared.isAsking = true;
    listen('ask', async ({ draft, selection }) => ({
      draft: askOf(draft, selection, dayOf(systemClock.now(), systemClock.zone())) ?? draft,
    }));
  },
});
