import { decoded } from '../address-text';
import { rowsFromLinks } from '../list-rows';
import { textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';
import { lastPartOf, withoutEnd } from '../title-text';

/** `/index.php/Title`, `/wiki/Title`, `/w/index.php?title=Title`; a wiki may use any other word for its pages. */
const ARTICLE = /^(.*?)\/(?:index\.php|wiki)\/(.+)$/;
const WIKIMEDIA =
  /\.(?:wikipedia|wiktionary|wikibooks|wikiquote|wikisource|wikiversity|wikivoyage|wikinews|wikimedia|mediawiki|wikidata)\.org$/;
/** Namespaces that hold no text of their own, by their English names, which every wiki understands. */
const NO_ITEM = /^(?:Special|Media|Category|File|Image|MediaWiki):/i;

/** The generator's meta stands on every page since 1.5. */
const claims = (page: Page): boolean =>
  WIKIMEDIA.test(page.url.host) || page.meta('generator')?.startsWith('MediaWiki ') === true;

/** The title in the address, with underscores for spaces. */
function nameIn(url: URL): string | undefined {
  const given = url.searchParams.get('title') ?? ARTICLE.exec(url.pathname)?.[2];
  if (given === undefined) return undefined;
  const name = (url.searchParams.has('title') ? given : decoded(given))
    .replaceAll(' ', '_')
    .replace(/^_+|_+$/g, '');
  return name === '' ? undefined : name;
}

const setting = (page: Page, name: 'number' | 'page'): string | undefined =>
  page.script(name === 'number' ? /"wgNamespaceNumber":\s*(-?\d+)/ : /"wgPageName":\s*"((?:[^"\\]|\\.)+)"/);

function identify(page: Page): Identity | undefined {
  const { url } = page;
  const named = nameIn(url);
  const name = named ?? shownName(page);
  if (name === undefined || NO_ITEM.test(name)) return undefined;
  // Special, media, file, interface and category pages, whatever this wiki calls them.
  if (/^-\d|^(?:6|8|14)$/.test((isShown(page, name) && setting(page, 'number')) || '0')) return undefined;
  const base = scriptFolder(page);
  return {
    kind: 'page',
    scope: /^\/?(?:w|wiki)?$/.test(base) ? '' : base.replace(/^\//, ''),
    nativeId: name,
    url: addressOf(page, name),
  };
}

const isShown = (page: Page, name: string): boolean => shownName(page) === name;

/** The name of the page shown, for addresses that have only a number (`?curid=7`) or a short form of their own. */
function shownName(page: Page): string | undefined {
  const name = setting(page, 'page');
  if (name === undefined) return undefined;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    return undefined; // Not the text of a script variable after all.
  }
}

/** Where the wiki's scripts lie ("/w"), by its own word; two wikis on one host differ in it. */
function scriptFolder(page: Page): string {
  const said = page.attribute('link[rel="EditURI"]', 'href');
  const path = said === undefined ? undefined : URL.parse(said, page.url)?.pathname;
  return path?.replace(/\/api\.php$/, '') ?? ARTICLE.exec(page.url.pathname)?.[1] ?? '';
}

function addressOf({ url }: Page, name: string): string {
  const path = encodeURIComponent(name).replace(/%(?:2F|3A|2C|40|24|3B)/g, decodeURIComponent);
  if (url.searchParams.has('title') || url.searchParams.has('curid'))
    return `${url.origin}${url.pathname}?title=${path}`;
  const [, base = ''] = ARTICLE.exec(url.pathname) ?? [];
  const word = /\/index\.php\//.test(url.pathname) ? 'index.php' : 'wiki';
  return ARTICLE.test(url.pathname) ? `${url.origin}${base}/${word}/${path}` : `${url.origin}${url.pathname}`;
}

/** The name is the title but for underscores: what the address spells, a heading and the page's title confirm. */
function readTitle(raw: string, page: Page, identity: Identity | undefined): ReadTitle | undefined {
  const heading = page.text('#firstHeading');
  if (!identity) return heading === undefined ? undefined : { title: heading };
  const name = identity.nativeId.replaceAll('_', ' ');
  const at = raw.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? { title: withoutEnd(raw, 1) } : { title: raw.slice(at, at + name.length), agrees: true };
}

export const recogniser = defineRecogniser({
  product: 'mediawiki',
  claims,
  identify,
  readTitle,
  titles: (_page, { nativeId }) => [{ from: 'url', title: nativeId.replaceAll('_', ' '), bound: true }],
  names(page) {
    const name = shownName(page);
    // Most wikis take a first letter in lower case for the same page.
    return name === undefined ? [] : [name, name.charAt(0).toLowerCase() + name.slice(1)];
  },
  fields: {
    labels: (page) => page.all('#mw-normal-catlinks li a').map((link) => textOf(link) ?? ''),
    project: (page) => page.meta('og:site_name') ?? lastPartOf(page.title),
  },
  rows: (page) =>
    rowsFromLinks(page, '#mw-pages li a, .mw-search-result-heading a', (at) => identify(at)).map(
      ({ row }) => row,
    ),
});
