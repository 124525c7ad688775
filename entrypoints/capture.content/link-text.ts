import { LIMITS } from '@/utils/model/limits';

/** How many links are looked at, how many characters of one are read. */
const LINKS = 20_000;

/** The words of the first link that leads to `url` and has any; for browsers that do not tell them with the menu click. */
export function findLinkText(document: Document, url: string): string | undefined {
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
