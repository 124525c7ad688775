/**
 * Our script for pointing at a field and for a report of a page's structure: put into a page when a person asks for
 * one of them, beside the script that reads it. It shares the isolated world with that one, and its ways to speak.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageAnswer, TeachAsk } from '@/utils/messaging/page-script';
import { sketch } from '@/utils/recognisers/sketch';
import { listen } from '../capture.content/listen';
import { point } from './point';

/** Set on the isolated world's own global, which no page can see: a second injection finds the first at work. */
const world = globalThis as { throughlineTeaches?: true };

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (world.throughlineTeaches) return;
    world.throughlineTeaches = true;
    let stop: (() => void) | undefined;
    const answer = async (asked: TeachAsk): Promise<PageAnswer> => {
      if (asked.ask === 'sketch') return { sketch: sketch(document) };
      stop?.();
      stop = asked.ask === 'point' ? point(asked.about, () => (stop = undefined)) : undefined;
      return {};
    };
    listen('teach', answer);
  },
});
