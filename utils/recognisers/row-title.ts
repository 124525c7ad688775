import { attributeOf, ownTextOf, textOf } from './dom-reading';
import type { Page } from './page';
import type { Identity } from './recogniser';
import { comparable, isRealTitle, tidy } from './title-text';
import type { RowLink } from './row-links';

/** What counts or dates something: "3 comments", "2 hours ago", "12.03.2026", "vor 2 Tagen". */
const COUNT =
  /^(?:\+?\d[\d.,]*\s+\p{L}+(?:\s+ago)?|(?:vor|il y a|hace)\s+\d+\s+\p{L}+|[\d\s.,:/-]+(?:am|pm|uhr)?)$/iu;
const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
/** The cell that names a row. */
const NAMING = `${HEADING}, th[scope="row"], [role="rowheader"]`;
/** Texts that are looked at inside a link that is a whole row. */
const PIECES = 60;

/**
 * The title that the links of one row give to their item, the most telling first: what a link says, else its tooltip
 * or label, else the row's naming cell. Of several, the one in the column
 * that is headed so (`head` is its text). Undefined where nothing there is a title.
 */
export function titleOfRow(page: Page, links: readonly RowLink[], head = ''): string | undefined {
  const texts = links.map(({ link, identity }) => withoutId(titleIn(page, link) ?? '', identity));
  return (
    best(texts.filter((text) => head.includes(text))) ??
    best(texts) ??
    best(links.flatMap(({ link, identity }) => labelsOf(link).map((text) => withoutId(text, identity)))) ??
    best(
      links.flatMap(({ row, identity }) =>
        page.all(NAMING, row, 5).map((cell) => withoutId(textOf(cell) ?? '', identity)),
      ),
    )
  );
}

/** The longest of the texts that can be a title. */
const best = (texts: string[]): string | undefined =>
  texts
    .filter((text) => isRealTitle(text) && !COUNT.test(comparable(text)))
    .toSorted((a, b) => b.length - a.length)[0];

/** A link's words. Where the link is a whole row, its heading, or the longest of its pieces. */
function titleIn(page: Page, link: Element): string | undefined {
  const heading = page.all(HEADING, link, 1)[0];
  if (heading) return textOf(heading);
  const pieces = ownTextOf(link) === undefined ? page.all('*', link, PIECES).map(ownTextOf) : [];
  const said = pieces.filter((text) => text !== undefined);
  return said.length > 2 ? said.toSorted((a, b) => b.length - a.length)[0] : textOf(link);
}

const labelsOf = (link: Element): string[] =>
  ['title', 'aria-label'].map((name) => tidy(attributeOf(link, name) ?? ''));

/** Without the item's own name before or behind it: "#12 Fix it", "ACME-12: Fix it". */
function withoutId(text: string, { label, nativeId }: Identity): string {
  for (const id of [label, `#${nativeId}`, `!${nativeId}`, nativeId]) {
    if (id === undefined || id.length < 2) continue;
    if (text.startsWith(id)) return text.slice(id.length).replace(/^[\s:·–—-]+/u, '');
    if (text.endsWith(` ${id}`) || text.endsWith(` (${id})`))
      return text.slice(0, text.lastIndexOf(id)).replace(/[\s:·–—(-]+$/u, '');
  }
  return text;
}
