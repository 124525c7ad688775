/**
 * Our script that holds the sidebar's frame in a page: put there when the sidebar opens. It stands apart from the script
 * that reads the page, which is eight times as large, so that the frame loads while that one is still on its way.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listen } from '@/utils/messaging/answer-in-page';
import { shared } from '@/utils/messaging/isolated-world';
import type { HoldAsk, PageAnswer } from '@/utils/messaging/page-script';
import { createFrameHolder, type FrameHolder } from './frame-holder';

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (shared.isHolding) return;
    shared.isHolding = true;
    const holder = createFrameHolder();
    listen('hold', async (asked) => answer(asked, holder));
  },
});

function answer(asked: HoldAsk, holder: FrameHolder): PageAnswer {
  switch (asked.ask) {
    case 'open':
      return { host: holder.open(asked), isOpen: true };
    case 'greeted':
      holder.greeted(asked.nonce);
      return {};
    case 'arrange':
      holder.arrange(asked);
      return {};
    case 'close':
      holder.close();
      return {};
    case 'seen':
      return { isSeen: holder.isSeen() };
    case 'held':
      return { isOpen: holder.isOpen() };
  }
}
