/**
 * Our script in a page: put there when a person acts on that page, never before. It reads the draft, holds the
 * sidebar's frame and follows the page's address while that frame is open. It runs in the browser's isolated
 * world: the page sees none of it but the one host element.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { systemClock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { PageAnswer, PageAsk } from '@/utils/messaging/page-script';
import { createFrameHolder, type FrameHolder } from './frame-holder';
import { readLink } from './link';
import { listen } from './listen';
import { createMarks, type Marks } from './marks';
import { createReader, type Reader } from './read';

/** Set on the isolated world's own global, which no page can see: a second injection finds the first at work. */
const world = globalThis as { throughlineIsHere?: true };

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (world.throughlineIsHere) return;
    world.throughlineIsHere = true;
    const reader = createReader(document, () => location.href);
    const holder = createFrameHolder(reader);
    const marks = createMarks(document, () => location.href);
    listen('page', (asked) => answer(asked, reader, holder, marks));
  },
});

async function answer(
  asked: PageAsk,
  reader: Reader,
  holder: FrameHolder,
  marks: Marks,
): Promise<PageAnswer> {
  switch (asked.ask) {
    case 'read':
      return {
        draft: await reader.read({
          selection: asked.selection ?? reader.selected(),
          lessons: asked.lessons,
          without: asked.without,
          today: dayOf(systemClock.now(), systemClock.zone()),
        }),
      };
    case 'link':
      return { draft: readLink(document, location.href, asked.url, asked.words) };
    case 'open':
      return { host: holder.open(asked), isOpen: true };
    case 'greeted':
      holder.greeted(asked.nonce);
      marks.greeted(asked.nonce);
      return {};
    case 'arrange':
      holder.arrange(asked);
      return {};
    case 'close':
      holder.close();
      return {};
    case 'links':
      return marks.links(asked);
    case 'mark':
      marks.show(asked.marks, asked.nonce);
      return {};
    case 'present':
      return { isOpen: holder.isOpen() };
  }
}
