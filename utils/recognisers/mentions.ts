import type { Mentions, Source } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import { LIMITS } from '@/utils/model/limits';
import { linkOf } from './dom-reading';
import { mainParts, textWithin } from './main-text';
import { namesIn } from './names-in-text';
import { identityAt, isAround } from './row-links';
import { sourceOf } from './addresses';
import type { Sight } from './witnesses';

/** Links of the page's text that are looked at. */
const LINKS = 300;

/**
 * The items that a page names: those its text's links lead to, and names as people write them. Never the item that
 * the page is itself. Undefined where it names none.
 */
export function readMentions(sight: Sight, source: Source, title: string): Mentions | undefined {
  const parts = mainParts(sight.page, sight.tool?.description?.pane);
  const keys = new Set<SourceKey>(linkedKeys(sight, parts));
  keys.delete(source.key);
  const names = new Set(namesIn(`${title} \n ${textWithin(parts)}`, source));
  if (keys.size === 0 && names.size === 0) return undefined;
  return { keys: [...keys].slice(0, LIMITS.links), names: [...names].slice(0, LIMITS.links) };
}

function linkedKeys({ page, tool, lookup }: Sight, parts: Element[]): SourceKey[] {
  return parts
    .flatMap((part) => page.all('a[href]', part, LINKS))
    .slice(0, LINKS)
    .flatMap((link) => {
      const url = linkOf(link, page);
      const led = url && !isAround(link) ? identityAt(url, page, tool, lookup) : undefined;
      return url && led ? [sourceOf(led.tool.product, url, led.identity).key] : [];
    });
}
