import type { Draft } from '@/utils/model/draft';
import { LIMITS } from '@/utils/model/limits';
import { recogniseLink } from '@/utils/recognisers/recognise-page';

/** How many links are looked at. */
const LINKS = 20_000;

/**
 * The draft of a link on the page, from its address and words, unopened. Chromium does not tell a link's words with
 * the menu click: then the first link with that address that has words lends them.
 */
export function readLink(
  document: Document,
  address: string,
  url: string,
  words?: string,
): Draft | undefined {
  const text = words?.trim() ? words : (findText(document, url) ?? '');
  return recogniseLink(url, text, { document, url: address });
}

function findText(document: Document, url: string): string | undefined {
  const links = document.links;
  for (let place = 0; place < Math.min(links.length, LINKS); place += 1) {
    const link = links[place];
    if (link?.href !== url) continue;
    const words = (link.textContent || link.getAttribute('aria-label') || link.title)
      .slice(0, LIMITS.title * 4)
      .trim();
    if (words) return words;
  }
  return undefined;
}
