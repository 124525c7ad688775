import { withoutTracking } from './addresses';
import { attempt } from './attempt';
import { canonicalOf, ogAddress, sharePath } from './generic';
import type { Evidence } from './agreement';
import { attributeOf, linkOf, ownTextOf, textOf } from './dom-reading';
import type { Page } from './page';
import type { Identity, Recogniser, TitleWitness } from './recogniser';
import { microdataTitle, type Thing } from './structured-data';
import { isRealTitle, partsOf, saySame, standsIn, tidy, withoutMarks } from './title-text';
import type { Lookup } from './tools';

/** Whether an address that the page names leads to this item, to another, or to no item at all. */
export type LeadsTo = (address: URL) => 'here' | 'elsewhere' | 'nowhere';

export type Sight = {
  page: Page;
  tool?: Recogniser;
  identity: Identity;
  leadsTo: LeadsTo;
  things: Thing[];
  /** The tools that its links lead to. */
  lookup: Lookup;
};
export type Heard = { witnesses: TitleWitness[]; evidence: Evidence };

/**
 * Everything that the page says about its title, most trusted first, and whose page it says it is. `taught` is what
 * the person's lessons found.
 */
export function hear(sight: Sight, taught: TitleWitness[] = []): Heard {
  const votes: boolean[] = [];
  const say = (agrees: boolean | undefined) => agrees !== undefined && votes.push(agrees);

  const hooks = [...taught, ...(attempt(() => sight.tool?.titles?.(sight.page, sight.identity)) ?? [])];
  const structured = [...hearThings(sight), ...hearOpenGraph(sight)];
  const named = attempt(() => sight.tool?.names?.(sight.page, sight.identity)) ?? [];
  if (named.length > 0) say(named.includes(sight.identity.nativeId));
  say(saidAddress(sight));

  const title = hearTitle(sight, [...hooks, ...structured], say);
  const spoken = [...title, ...hooks, ...structured];
  const witnesses = [...spoken, ...hearHeadings(sight, spoken), ...hearLinks(sight, spoken)];
  const weight = weigh(votes);
  // Without a tool's grammar, contradiction is a doubt and no proof: the title stays, with its check.
  return { witnesses, evidence: !sight.tool && weight === 'against' ? 'both' : weight };
}

function weigh(votes: boolean[]): Evidence {
  if (votes.length === 0) return 'none';
  if (votes.every(Boolean)) return 'for';
  return votes.some(Boolean) ? 'both' : 'against';
}

/**
 * The page's own word on where it lives. On unknown sites a canonical link elsewhere may be meant, so there it only
 * speaks where neither the path nor its last part is the address's.
 */
function saidAddress({ page, tool, leadsTo }: Sight): boolean | undefined {
  if (!tool) return saidPath(page);
  const answers = [canonicalOf(page), ogAddress(page)].map((address) => address && leadsTo(address));
  if (answers.includes('here')) return true;
  return answers.includes('elsewhere') ? false : undefined;
}

function saidPath(page: Page): boolean | undefined {
  const said = canonicalOf(page);
  if (!said || said.host !== page.url.host || said.pathname === '/') return undefined;
  if (sharePath(said, page.url)) return true;
  return lastPart(said) === lastPart(page.url) ? undefined : false;
}

const lastPart = (url: URL): string | undefined => url.pathname.split('/').findLast((part) => part !== '');

function hearThings({ page, leadsTo, things }: Sight): TitleWitness[] {
  return things.flatMap(({ title, address }) => {
    const url = address === undefined ? undefined : (URL.parse(address, page.url) ?? undefined);
    if (title === undefined || url === undefined || leadsTo(url) !== 'here') return [];
    return [{ from: 'json-ld', title, bound: true }];
  });
}

/** Open Graph's title, only where its address is this item's: single-page applications leave the first page's standing. */
function hearOpenGraph({ page, tool, identity, leadsTo }: Sight): TitleWitness[] {
  const raw = page.meta('og:title');
  const address = ogAddress(page);
  if (raw === undefined || !address || leadsTo(address) !== 'here') return [];
  const read = tool?.readTitle ? attempt(() => tool.readTitle?.(raw, page, identity)) : undefined;
  if (read?.agrees === false) return [];
  return [{ from: 'open graph', title: read && !read.rest ? read.title : withoutMarks(raw), bound: true }];
}

type Say = (agrees: boolean | undefined) => unknown;

function hearTitle(sight: Sight, others: TitleWitness[], say: Say): TitleWitness[] {
  const raw = withoutMarks(sight.page.title);
  if (raw === '') return [];
  if (!sight.tool?.readTitle) return [{ from: 'document title', title: plainTitle(sight.page, raw, others) }];
  const read = attempt(() => sight.tool?.readTitle?.(raw, sight.page, sight.identity));
  say(read?.agrees);
  if (!read || read.agrees === false) return [];
  const decided = read.rest === undefined ? read.title : decide(read.rest, sight.page, others);
  const bound = read.agrees === true && decided !== undefined;
  return [{ from: 'document title', title: decided ?? read.title, bound }];
}

/** Where a page title's end is a guess, what another place or a heading shows to be its beginning. */
function decide(rest: string, page: Page, others: TitleWitness[]): string | undefined {
  const known = [...others.map(({ title }) => title), ...headingsOf(page)];
  return known
    .filter((title) => standsIn(rest, title) === 'start')
    .toSorted((a, b) => b.length - a.length)[0];
}

/** A page title of an unknown site, without the site's name where another witness, a heading or the site's own word tells it. */
function plainTitle(page: Page, raw: string, others: TitleWitness[]): string {
  const heard = [...others.map(({ title }) => title), ...headingsOf(page)];
  const site = siteNames(page);
  const standing = heard
    .filter((title) => !site.some((name) => saySame(name, title)))
    .map((title) => ({ title, place: standsIn(raw, title) }))
    .filter(
      ({ title, place }) =>
        place === 'start' || (place === 'later' && isSite(partsOf(raw)[0] ?? '', page, title)),
    )
    .toSorted((a, b) => b.title.length - a.title.length)[0];
  if (standing) return partsOf(raw).find((part) => saySame(part, standing.title)) ?? standing.title;
  const parts = partsOf(raw);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || !isSite(last, page)) return raw;
  return raw.slice(0, raw.lastIndexOf(last)).replace(/\s*(?:[-–—|·•»«‹›~:]|::)\s*$/u, '');
}

const siteNames = (page: Page): string[] =>
  [page.meta('og:site_name'), page.meta('application-name')].filter((name) => name !== undefined);

/** Is this part of a title the site's name? By its own word, by its host, or by being the shorter half beside the title. */
function isSite(part: string, page: Page, title?: string): boolean {
  if (siteNames(page).some((name) => saySame(name, part))) return true;
  const letters = part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters.length >= 3 && page.url.host.replace(/[^\p{L}\p{N}]+/gu, '').includes(letters)) return true;
  return title !== undefined && part.length < title.length;
}

/** Texts of the page's headings, whole and without their child elements. */
function headingsOf(page: Page): string[] {
  const headings = page.all('h1, h2, h3, [role="heading"]');
  const texts = headings.flatMap((heading) => [textOf(heading), ownTextOf(heading)]);
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** A heading counts when another place says the same words. */
function hearHeadings({ page, identity }: Sight, others: TitleWitness[]): TitleWitness[] {
  const label = identity.label?.slice(identity.label.search(/[#!&]/)) ?? `#${identity.nativeId}`;
  const bare = (text: string) => tidy(text.endsWith(label) ? text.slice(0, -label.length) : text);
  const texts = headingsOf(page).map(bare);
  const heading = others
    .map(({ title }) => texts.find((text) => saySame(text, title)))
    .find((text) => text !== undefined);
  const microdata = microdataTitle(page);
  const marked = microdata === undefined ? [] : [{ from: 'microdata', title: microdata }];
  return heading === undefined ? marked : [{ from: 'heading', title: heading }, ...marked];
}

/**
 * The text of a link to this very item counts when another place says the same words; it never contradicts. A link
 * names the item by its address, so a heading with the link's words is the item's: how a board's open card is read.
 */
function hearLinks({ page, tool, identity, leadsTo }: Sight, others: TitleWitness[]): TitleWitness[] {
  if (!tool) return hearOwnLink(page, others);
  const headings = headingsOf(page).filter((text) => text.length >= 8 && isRealTitle(text));
  for (const link of page.all(`a[href*="${attributeText(identity.nativeId)}"]`)) {
    const text = textOf(link) ?? tidy(attributeOf(link, 'title') ?? '');
    const url = isRealTitle(text) ? linkOf(link, page) : undefined;
    if (!url || leadsTo(url) !== 'here') continue;
    const isHeading = headings.some((title) => saySame(title, text));
    if (isHeading) return [{ from: 'link', title: text, bound: true }];
    if (others.some(({ title }) => saySame(title, text))) return [{ from: 'link', title: text }];
  }
  return [];
}

/** On an unknown page, a link to this very address with the title's words: the menu entry that is open. */
function hearOwnLink(page: Page, others: TitleWitness[]): TitleWitness[] {
  const here = withoutTracking(page.url).href;
  for (const link of page.all('a[href]', undefined, 200)) {
    // A menu entry may carry a count beside its words.
    const texts = [textOf(link), ownTextOf(link)].filter((text) => text !== undefined);
    const text = texts.find((each) => others.some(({ title }) => saySame(title, each)));
    if (text === undefined) continue;
    const url = linkOf(link, page);
    if (url && withoutTracking(url).href === here) return [{ from: 'link', title: text }];
  }
  return [];
}

/** Safe inside a double-quoted attribute selector. */
const attributeText = (text: string): string => text.replace(/["\\\n\r\f]/g, '\\$&').slice(0, 200);
