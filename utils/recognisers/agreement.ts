import type { CheckReason, Draft } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { TitleWitness } from './recogniser';
import { canBeTitle, comparable, lettersOf, saySame, standsIn } from './title-text';

/** What a surface knew of the page that was open before. */
export type Previous = { key: SourceKey | string; title: string };

/**
 * What speaks for and against the page being the address's item: ids in the title, Open Graph's address,
 * ids the page names. 'against' alone means that the address moved on and the page did not.
 */
export type Evidence = 'for' | 'against' | 'both' | 'none';

export type Agreed = { title?: string; check?: CheckReason };

/**
 * The title that the witnesses (most trusted first) give, and why it is not sure, if it is not.
 *
 *   a bound witness speaks            → its title, sure; another bound one contradicts → check
 *   the page is another item's        → no title, 'stale-page'
 *   two places say the same           → that title, sure
 *   several places, no two the same   → the first, 'witnesses-disagree'
 *   one place                         → its title, 'one-witness'
 *   none                              → no title, 'no-title'
 */
export function agree(witnesses: TitleWitness[], evidence: Evidence): Agreed {
  const heard = witnesses.filter((witness) => canBeTitle(witness.title));
  const bound = heard.filter((witness) => witness.bound);
  if (bound[0]) return agreeBound(bound[0], bound, heard);
  if (evidence === 'against') return { check: 'stale-page' };
  const first = heard.find((witness) => witness.from !== 'url');
  if (!first) return { check: 'no-title' };
  if (evidence === 'both') return { title: first.title, check: 'witnesses-disagree' };
  const agreed = heard.find((witness) => witness.from !== 'url' && isSeconded(witness, heard));
  if (agreed) return { title: longest(agreed, heard) };
  const others = heard.filter((other) => !sameWords(first, other));
  return { title: first.title, check: others.length > 0 ? 'witnesses-disagree' : 'one-witness' };
}

function agreeBound(first: TitleWitness, bound: TitleWitness[], heard: TitleWitness[]): Agreed {
  const contradicted = bound.some((other) => !sameWords(first, other) && !standsIn(other.title, first.title));
  // A title from the address lacks the page's own spelling; a page title that says the same has it.
  const spelled =
    first.from === 'url' ? heard.find((other) => other.from !== 'url' && sameWords(first, other)) : first;
  const title = longest(spelled ?? first, heard);
  return contradicted ? { title, check: 'witnesses-disagree' } : { title };
}

/** Does a witness from another place say the same? */
const isSeconded = (witness: TitleWitness, heard: TitleWitness[]): boolean =>
  heard.some((other) => other.from !== witness.from && sameWords(witness, other));

/** A title may be spelled in the address, where only letters and digits survive. */
function sameWords(one: TitleWitness, other: TitleWitness): boolean {
  if (one.from !== 'url' && other.from !== 'url') return saySame(one.title, other.title);
  return lettersOf(one.title) === lettersOf(other.title);
}

/** Where the witness's title was cut with "…", the whole title of another that says the same. */
const longest = (witness: TitleWitness, heard: TitleWitness[]): string =>
  heard
    .filter((other) => other.from !== 'url' && sameWords(witness, other))
    .reduce((title, other) => (/(?:…|\.{3})$/.test(title) ? other.title : title), witness.title);

/** Is a title that nothing binds to this item the one that the page before had? Then it is that page's. */
export const isLeftOver = (title: string, key: string, previous: Previous | undefined): boolean =>
  previous !== undefined && previous.key !== key && comparable(previous.title) === comparable(title);

/**
 * True when the draft shows that the page has not yet followed its address: wait for the title to change
 * (at most a second), recognise again, and then take what comes with its `check`.
 */
export function isStale(draft: Draft, previous?: Previous): boolean {
  if (previous?.key === draft.source.key) return false;
  if (draft.check === 'stale-page' || draft.check === 'no-title') return true;
  return draft.check !== undefined && isLeftOver(draft.title, draft.source.key, previous);
}
