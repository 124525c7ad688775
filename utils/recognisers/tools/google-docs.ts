import type { Way } from '@/utils/model/draft';
import { attributeOf, textOf, valueOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';

/** `/document/u/1/d/ID/edit`, Workspace's `/a/larkfield.example/…`; a published form has an id of its own, `/d/e/ID`. */
const ITEM =
  /^(?:\/a\/[^/]+)?\/(document|spreadsheets|presentation|forms|drawings)\/(?:u\/\d+\/)?d\/((?:e\/)?[\w-]{20,})(?:$|\/)/;
const KINDS: Record<string, string> = {
  document: 'document',
  spreadsheets: 'spreadsheet',
  presentation: 'presentation',
  forms: 'form',
  drawings: 'drawing',
};

function identify({ url }: Page): Identity | undefined {
  const [, place = '', id = ''] = ITEM.exec(url.pathname) ?? [];
  if (id === '') return undefined;
  const isPublished = id.startsWith('e/');
  const view = !isPublished ? 'edit' : place === 'forms' ? 'viewform' : 'pub';
  return {
    kind: KINDS[place] ?? 'document',
    scope: '',
    nativeId: id,
    url: `${url.origin}/${place}/d/${id}/${view}`,
  };
}

/** "Plan - Google Docs"; the product's name is translated ("Google Tabellen"), its first word is not. A form filled in has no end. */
function readTitle(raw: string): ReadTitle | undefined {
  if (/^Google \S+$/.test(raw)) return undefined;
  return { title: raw.replace(/\s[-–] Google [^-–]+$/, '') };
}

/** The account's button in the bar names it in brackets, in every language: "… (maya@larkfield.example)". */
const accountOf = (page: Page): string | undefined =>
  page
    .all('a[href^="https://accounts.google.com/"][aria-label]')
    .map((link) => /\(([^\s()@]+@[^\s()@]+)\)/.exec(attributeOf(link, 'aria-label') ?? '')?.[1])
    .find((account) => account !== undefined);

/** `/u/1/` is the order of signing in; `authuser` finds the account itself. */
function ways(page: Page, { url }: Identity): Way[] {
  const account = accountOf(page);
  return account === undefined
    ? []
    : [{ by: 'account', url: `${url}?authuser=${encodeURIComponent(account)}` }];
}

export const recogniser = defineRecogniser({
  product: 'google-docs',
  claims: ({ url }) => url.host === 'docs.google.com',
  identify,
  readTitle,
  ways,
  titles(page) {
    // The name's input in the editors' header, and the label that measures its width.
    const input = page.one('input.docs-title-input, #docs-title-widget input');
    const title =
      (input && valueOf(input)) ??
      page.all('.docs-title-input-label-inner, #docs-title-input-label-inner').map(textOf)[0];
    return title === undefined ? [] : [{ from: 'field hook', title }];
  },
});
