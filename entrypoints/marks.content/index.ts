/**
 * Our script for marks at links, on sites that the person granted: put into a page beside the script that reads it,
 * once one of its links leads to a host of the inventory. What knows the tools it borrows from that script.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listen } from '@/utils/messaging/answer-in-page';
import { shared } from '@/utils/messaging/isolated-world';
import { createMarks } from './marks';

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    const { readKeys, hasMarks } = shared;
    if (hasMarks || !readKeys) return;
    shared.hasMarks = true;
    const marks = createMarks(document, () => location.href, readKeys);
    listen('marks', async (asked) => {
      if (asked.ask === 'links') return marks.links(asked);
      if (asked.ask === 'mark') marks.show(asked.marks, asked.nonce);
      else marks.greeted(asked.nonce);
      return {};
    });
  },
});
