import { linksIn } from '../fields';
import { attributeOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';

/**
 * Gmail's address carries an opaque token per account, and `/u/1/` is the order of signing in. A thread's lasting id
 * (16 hexadecimal digits) stands in the page: on the heading of an open thread, and on every row of a list. Where
 * the page does not give it, the token is the id.
 */
const VIEW = /^#([\w-]+)\/(.+)$/;
const TOKEN = /^(?:[A-Za-z]{20,}|[0-9a-f]{16})$/;
/** Views whose first segment is a query or a label: `#label/bills/TOKEN`. */
const QUERIED = /^(?:label|search|category|advanced-search|section_query|create-filter|settings)$/;
const LEGACY_ID = /^[0-9a-f]{14,17}$/;
/** "Subject - maya@larkfield.example - Gmail"; Workspace puts its own name last. */
const TITLE = /^(.+) - ([^\s@]+@[^\s@]+) - (.+)$/;

const claims = ({ url }: Page): boolean => url.host === 'mail.google.com' && url.pathname.startsWith('/mail');

/** The token of the open thread; lists have none. */
function tokenOf(url: URL): string | undefined {
  const [, view = '', rest = ''] = VIEW.exec(url.hash.replace(/\?.*$/, '')) ?? [];
  const parts = rest.split('/');
  const last = parts.at(-1) ?? '';
  if (!TOKEN.test(last) || view === 'settings') return undefined;
  return QUERIED.test(view) && parts.length < 2 ? undefined : last;
}

const openThread = (page: Page): Element | undefined =>
  page.one('h2[data-legacy-thread-id], [role="main"] [data-thread-perm-id][data-legacy-thread-id]');

/** The open thread's lasting id. A list kept beside it marks its rows too, so only the heading counts. */
function lastingId(page: Page): string | undefined {
  const heading = openThread(page);
  const id = heading && attributeOf(heading, 'data-legacy-thread-id');
  return id !== undefined && LEGACY_ID.test(id) ? id : undefined;
}

const accountOf = (page: Page): string | undefined => TITLE.exec(page.title)?.[2];

function identify(page: Page): Identity | undefined {
  const token = tokenOf(page.url);
  if (token === undefined) return undefined;
  return threadOf(page, (LEGACY_ID.test(token) ? token : lastingId(page)) ?? token);
}

function threadOf(page: Page, nativeId: string): Identity {
  const account = accountOf(page);
  const number = /\/u\/(\d+)/.exec(page.url.pathname)?.[1] ?? '0';
  // `authuser` finds the account however many are signed in; Gmail opens a thread by its lasting id in any view.
  const mailbox =
    account === undefined ? `/mail/u/${number}/` : `/mail/?authuser=${encodeURIComponent(account)}`;
  return {
    kind: 'thread',
    scope: '',
    nativeId,
    url: `${page.url.origin}${mailbox}#all/${nativeId}`,
  };
}

function readTitle(raw: string, _page: Page, identity: Identity | undefined): ReadTitle | undefined {
  const title = TITLE.exec(raw)?.[1];
  if (title === undefined) return undefined;
  // A list counts its unread threads: "Inbox (3)".
  return { title: identity ? title : title.replace(/ \([\d.,]+\)$/, '') };
}

/** A list's rows are no links, but each carries its thread's lasting id on its subject. */
function rows(page: Page) {
  return page.all('tr[role="row"]', undefined, 200).flatMap((row) => {
    const subject = page.one('[data-legacy-thread-id]', row);
    const id = (subject && attributeOf(subject, 'data-legacy-thread-id')) ?? '';
    const title = subject && textOf(subject);
    if (title === undefined || !LEGACY_ID.test(id)) return [];
    return [
      {
        identity: threadOf(page, id),
        title,
        requester: page.attribute('[email][name]', 'name', row),
      },
    ];
  });
}

export const recogniser = defineRecogniser({
  product: 'gmail',
  claims,
  identify,
  readTitle,
  rows,
  titles(page) {
    const heading = openThread(page);
    const title = heading && textOf(heading);
    // The element that names the thread's id holds its subject.
    return title === undefined ? [] : [{ from: 'field hook', title, bound: true }];
  },
  // The address finds the account by its name, where the page shows it.
  ways: (_page, { url }) => (url.includes('authuser=') ? [{ by: 'account', url }] : []),
  fields: {
    // The sender of the first message: an element with address and name (unchanged since 2013).
    requester: (page) => page.attribute('[role="main"] [email][name]', 'name'),
    labels: (page) =>
      page
        .all('[role="main"] [data-tooltip][name="label"], h2 ~ * [role="button"][title^="label:"]')
        .map((chip) => textOf(chip) ?? ''),
    links: (page) => linksIn(page, page.one('[role="main"]')),
  },
  // The browser matches without the fragment, which here alone tells a thread: the icon lights up on all of the mail.
});
