import { LIMITS } from '@/utils/model/limits';
import type { Chip } from './chip';

/**
 * "waiting for Ana", "warten auf den Vertrag": up to three words, and only where the phrase ends there (the end of
 * the line, a comma, another chip): "wait for the page to load" is somebody's title, not a wait.
 */
const WAIT =
  /(?<=^|[\s,;(–—-])(?:wait|waits|waiting)\s+(?:for|on)\s+|(?<=^|[\s,;(–—-])(?:warten|warte|wartet)\s+auf\s+/giu;
const NAMES =
  /^\p{L}[\p{L}\p{M}\p{N}.'’&-]*(?:[ \t]+\p{L}[\p{L}\p{M}\p{N}.'’&-]*){0,2}(?=\s*(?:$|[,;:()–—_]))/u;

/** The first wait told in words. `line` has quoted parts and the other chips hidden. */
export function readWait(line: string): Chip[] {
  for (const match of line.matchAll(WAIT)) {
    const from = match.index;
    const start = from + match[0].length;
    const value = NAMES.exec(line.slice(start))?.[0].replace(/[.'’&-]+$/u, '');
    if (value && value.length <= LIMITS.person) {
      const to = start + value.length;
      return [{ kind: 'waitOn', value, text: line.slice(from, to), from, to }];
    }
  }
  return [];
}
