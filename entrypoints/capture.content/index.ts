/**
 * Our script that reads a page: put there when a person acts on that page, never before. It reads the draft, and follows
 * the page's address while the sidebar is open there. It runs in the browser's isolated world: the page sees none of it.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { shared } from '@/utils/messaging/isolated-world';
import type { PageAnswer, PageAsk } from '@/utils/messaging/page-script';
import { createLinkKeys } from '@/utils/recognisers/link-keys';
import { readLink } from './link';
import { listen } from '@/utils/messaging/answer-in-page';
import { createReader, type Reader } from './read';
import { followRoute } from './route';

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (shared.isReading) return;
    shared.isReading = true;
    shared.readKeys = createLinkKeys;
    const reader = createReader(document, () => location.href);
    shared.follow = (signal) => followRoute(reader, signal);
    // The sidebar was there first.
    if (shared.held?.aborted === false) shared.follow(shared.held);
    listen('page', (asked) => answer(asked, reader));
  },
});

async function answer(asked: PageAsk, reader: Reader): Promise<PageAnswer> {
  switch (asked.ask) {
    case 'read': {
      const { lessons, without } = asked;
      const { applyLessons } = shared;
      const selection = asked.selection ?? (asked.usesSelection ? reader.selected() : undefined);
      return { draft: await reader.read({ selection, lessons, without, applyLessons }), selection };
    }
    case 'link':
      return { draft: readLink(document, location.href, asked.url, asked.words) };
    case 'present':
      return {};
  }
}
