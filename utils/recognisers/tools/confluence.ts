import { decoded } from '../address-text';
import { textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle, type TitleWitness } from '../recogniser';
import { lastPartOf, withoutEnd } from '../title-text';

const CLOUD_PAGE =
  /^\/wiki\/spaces\/([^/]+)\/(?:pages(?:\/edit(?:-v2)?)?|blog\/\d+\/\d+\/\d+|blog)\/(\d+)(?:\/([^/]+))?/;
const TINY = /^(.*)\/x\/([\w-]{2,11})$/;
const SERVER_PAGE =
  /^(.*?)\/(?:spaces\/[^/]+\/pages\/(\d+)(?:\/([^/]+))?|display\/[^/]+\/([^/]+)|pages\/[a-z]+\.action)/;

const isCloud = ({ url }: Page): boolean =>
  url.host.endsWith('.atlassian.net') && /^\/wiki(?:\/|$)/.test(url.pathname);

/** Server and Data Center carry the page's id, title and space in metas on every page. */
const serverId = (page: Page): string | undefined =>
  page.meta('ajs-page-id') ?? page.meta('ajs-latest-page-id');
const isServer = (page: Page): boolean =>
  page.meta('ajs-version-number') !== undefined &&
  (serverId(page) !== undefined || page.meta('ajs-space-key') !== undefined);

/** A tiny link is the page's id: its bytes, lowest first, in base64 with "-" and "_", without the zeros at the end. */
export function idOfTiny(tiny: string): string | undefined {
  const base64 = `${tiny.replaceAll('-', '/').replaceAll('_', '+')}AAAAAAAAAAA`.slice(0, 11);
  try {
    const bytes = Array.from(atob(`${base64}=`), (letter) => letter.charCodeAt(0));
    const id = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return id > 0n ? id.toString() : undefined;
  } catch {
    return undefined; // Letters that no tiny link has.
  }
}

function identify(page: Page): Identity | undefined {
  return isCloud(page) ? identifyCloud(page.url) : identifyServer(page);
}

function identifyCloud(url: URL): Identity | undefined {
  const id = CLOUD_PAGE.exec(url.pathname)?.[2] ?? url.searchParams.get('pageId') ?? tinyId(url);
  if (id === undefined || !/^\d+$/.test(id)) return undefined;
  return {
    kind: 'page',
    scope: '',
    nativeId: id,
    url: `${url.origin}/wiki/pages/viewpage.action?pageId=${id}`,
  };
}

function tinyId(url: URL): string | undefined {
  const tiny = TINY.exec(url.pathname)?.[2];
  return tiny === undefined ? undefined : idOfTiny(tiny);
}

/** The address names the page by id, by tiny link or by its title; in the last case its id stands in a meta. */
function identifyServer(page: Page): Identity | undefined {
  const { url } = page;
  const [place, context = '', inPath, , title] = SERVER_PAGE.exec(url.pathname) ?? [];
  const tiny = TINY.exec(url.pathname);
  if (place === undefined && !tiny) return undefined;
  const id =
    inPath ??
    url.searchParams.get('pageId') ??
    tinyId(url) ??
    (title === undefined ? undefined : serverId(page));
  if (id === undefined || !/^\d+$/.test(id)) return undefined;
  const base = tiny ? (tiny[1] ?? '') : context;
  return {
    kind: 'page',
    scope: base.replace(/^\//, ''),
    nativeId: id,
    url: `${url.origin}${base}/pages/viewpage.action?pageId=${id}`,
  };
}

/** The title as the address spells it, with "+" for spaces and marks left out. */
function spelled(url: URL): string | undefined {
  const slug =
    CLOUD_PAGE.exec(url.pathname)?.[3] ??
    SERVER_PAGE.exec(url.pathname)
      ?.slice(3)
      .find((part) => part !== undefined);
  return slug === undefined ? undefined : decoded(slug.replaceAll('+', ' '));
}

/** "Plan - Space - Confluence"; on Server the installation's name comes last. */
function readTitle(raw: string, page: Page): ReadTitle {
  const rest = raw.replace(/^(?:Edit|View) - /, '');
  const space = page.meta('ajs-space-name');
  const end = space === undefined ? -1 : rest.lastIndexOf(` - ${space} - `);
  return { title: end > 0 ? rest.slice(0, end) : withoutEnd(rest, 2), rest };
}

function titles(page: Page, identity: Identity): TitleWitness[] {
  const address = spelled(page.url);
  const said = page.meta('ajs-page-title');
  const hook = page.one('#title-text, [data-testid="title-text"], [data-test-id="title-text"]');
  const heading = hook && textOf(hook);
  return [
    // Server's metas name the page and its id in one breath.
    ...(said === undefined
      ? []
      : [{ from: 'meta', title: said, bound: serverId(page) === identity.nativeId }]),
    ...(heading === undefined ? [] : [{ from: 'field hook', title: heading }]),
    ...(address === undefined ? [] : [{ from: 'url', title: address }]),
  ];
}

export const recogniser = defineRecogniser({
  product: 'confluence',
  claims: (page) => isCloud(page) || (!page.url.host.endsWith('.atlassian.net') && isServer(page)),
  identify,
  readTitle,
  titles,
  names(page) {
    const id = serverId(page);
    return id === undefined ? [] : [id];
  },
  fields: {
    // On Cloud the space's name stands in the page's title alone: "Plan - Space - Confluence".
    project: (page) =>
      page.meta('ajs-space-name') ??
      lastPartOf(withoutEnd(page.title, 1)) ??
      CLOUD_PAGE.exec(page.url.pathname)?.[1],
    labels: (page) =>
      page.all('.label-list .aui-label a, [data-testid="label-list"] a').map((label) => textOf(label) ?? ''),
  },
});
