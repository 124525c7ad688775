import type { CheckReason, Draft } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { TitleWitness } from './recogniser';
import { canBeTitle, comparable, lettersOf, saySame } from './title-text';

/** What a surface knew of the page that was open before. */
export type Previous = { key: SourceKey | string; title: string };

/**
 * What speaks for and against the page being the address's item: ids in the title, Open Graph's address,
 * ids the page names. 'against' alone means that the address moved on and the page did not.
 */
export type Evidence = 'for' | 'against' | 'both' | 'none';

export type Agreed = { title?: string; check?: CheckReason };

/** Witnesses that read one and the same spot of a page are one voice. */
const SAME_SPOT: Record<string, string> = { heading: 'field hook', microdata: 'field hook' };

/** Witnesses that say the same, in how many spots, and whether one of them names the item too. */
type Group = { members: TitleWitness[]; spots: number; isBound: boolean };

/**
 * The title that the witnesses (most trusted first) give, and why it is not sure, if it is not.
 *
 *   the page is another item's, and nothing is bound → no title, 'stale-page'
 *   a group that is bound or in two spots            → its title; sure, unless
 *       it is in one spot and another witness contradicts, or the address spells another title → 'witnesses-disagree'
 *   two spots, but nothing ties them to the item     → the title, 'unbound', where the page may not have settled yet
 *   none such, several groups                        → the first, 'witnesses-disagree'
 *   one group in one spot                            → its title, 'one-witness'
 *   nothing                                          → no title, 'no-title'
 */
export function agree(witnesses: TitleWitness[], evidence: Evidence, isSettled = true): Agreed {
  const heard = witnesses.filter((witness) => canBeTitle(witness.title));
  const address = heard.find(({ from }) => from === 'url');
  const groups = grouped(heard.filter(({ from }) => from !== 'url'));
  const chosen = choose(groups, evidence);
  if (address?.bound) return { title: spelledLike(address, groups) };
  if (evidence === 'against' && !chosen?.isBound) return { check: 'stale-page' };
  const first = chosen ?? groups[0];
  if (!first) return { check: 'no-title' };
  const title = titleOf(first);
  const isContradicted =
    (first.spots < 2 && groups.length > 1) || (address !== undefined && !spells(address, title));
  if (isContradicted) return { title, check: 'witnesses-disagree' };
  if (chosen)
    return isSettled || chosen.isBound || evidence === 'for' ? { title } : { title, check: 'unbound' };
  return { title, check: evidence === 'both' ? 'witnesses-disagree' : 'one-witness' };
}

/** The group to believe. Where the page contradicts itself about whose it is, only one that names the item. */
function choose(groups: Group[], evidence: Evidence): Group | undefined {
  const bound = groups.filter((group) => group.isBound);
  const shared = groups.filter((group) => group.spots > 1);
  const both = bound.find((group) => group.spots > 1);
  if (evidence === 'both' || evidence === 'against') return both ?? bound[0];
  // A page that says it is the item's may carry a bound title from before a change; what two spots show is newer.
  return both ?? (evidence === 'for' ? (shared[0] ?? bound[0]) : (bound[0] ?? shared[0]));
}

function grouped(witnesses: TitleWitness[]): Group[] {
  const groups: TitleWitness[][] = [];
  for (const witness of witnesses) {
    const group = groups.find((members) => members.some(({ title }) => saySame(title, witness.title)));
    if (group) group.push(witness);
    else groups.push([witness]);
  }
  return groups.map((members) => ({
    members,
    spots: new Set(members.map(({ from }) => SAME_SPOT[from] ?? from)).size,
    isBound: members.some(({ bound }) => bound === true),
  }));
}

/** The first member's words; where those were cut with "…", the whole that another member has. */
const titleOf = ({ members }: Group): string =>
  members.reduce(
    (title, other) => (/(?:…|\.{3})$/.test(title) ? other.title : title),
    members[0]?.title ?? '',
  );

const spells = (address: TitleWitness, title: string): boolean =>
  lettersOf(address.title) === lettersOf(title);

/** A title from the address lacks the page's own spelling; a group that says the same has it. */
function spelledLike(address: TitleWitness, groups: Group[]): string {
  const group = groups.find((each) => spells(address, titleOf(each)));
  return group ? titleOf(group) : address.title;
}

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
