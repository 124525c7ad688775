/**
 * Our script in a page: put there when a person acts on that page, never before. It reads the draft, holds the
 * sidebar's frame and follows the page's address while that frame is open. It runs in the browser's isolated
 * world: the page sees none of it but the one host element.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { shared } from '@/utils/messaging/isolated-world';
import type { PageAnswer, PageAsk } from '@/utils/messaging/page-script';
import { createLinkKeys } from '@/utils/recognisers/link-keys';
import { createFrameHolder, type FrameHolder } from './frame-holder';
import { readLink } from './link';
import { listen } from '@/utils/messaging/answer-in-page';
import { createReader, type Reader } from './read';

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (shared.isReading) return;
    shared.isReading = true;
    shared.readKeys = createLinkKeys;
    const reader = createReader(document, () => location.href);
    const holder = createFrameHolder(reader);
    listen('page', (asked) => answer(asked, reader, holder));
  },
});

async function answer(asked: PageAsk, reader: Reader, holder: FrameHolder): Promise<PageAnswer> {
  switch (asked.ask) {
    case 'read': {
      const { lessons, without } = asked;
      const { applyLessons } = shared;
      const selection = asked.selection ?? (asked.usesSelection ? reader.selected() : undefined);
      return { draft: await reader.read({ selection, lessons, without, applyLessons }), selection };
    }
    case 'link':
      return { draft: readLink(document, location.href, asked.url, asked.words) };
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
    case 'present':
      return { isOpen: holder.isOpen() };
  }
}
