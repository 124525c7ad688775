/**
 * Our script for pointing at a field, for what was learnt so, and for a report of a page's structure: put into a page
 * when a person asks for one of them, or taught something for its host, beside the script that reads it. It shares the isolated world with that one, and its ways to speak.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { shared } from '@/utils/messaging/isolated-world';
import { isOurs } from '@/utils/messaging/our-elements';
import type { PageAnswer, TeachAsk } from '@/utils/messaging/page-script';
import { applyLessons } from '@/utils/recognisers/lessons';
import { sketch } from '@/utils/recognisers/sketch';
import { listen } from '@/utils/messaging/answer-in-page';
import { point } from './point';

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (shared.isTeaching) return;
    shared.isTeaching = true;
    shared.applyLessons = applyLessons;
    let stop: (() => void) | undefined;
    const answer = async (asked: TeachAsk): Promise<PageAnswer> => {
      if (asked.ask === 'sketch') return { sketch: sketch(document, isOurs) };
      stop?.();
      stop = asked.ask === 'point' ? point(asked.about, () => (stop = undefined)) : undefined;
      return {};
    };
    listen('teach', answer);
  },
});
