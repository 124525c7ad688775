import { decoded } from '../address-text';
import { linksIn } from '../fields';
import { rowsFromLinks } from '../list-rows';
import { closestOf, ownTextOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';

/** "Site name :: Subject" */
const TITLE = /^(.*?) :: (.+)$/;

/** Roundcube says its version in the settings that its page starts with; its scripts lie in one place since 0.5. */
const claims = (page: Page): boolean =>
  page.script(/rcmail\.set_env\(\{[^]*?"rcversion":(\d+)/) !== undefined ||
  page.one('script[src*="program/js/app"]') !== undefined;

function identify({ url }: Page): Identity | undefined {
  const uid = url.searchParams.get('_uid') ?? '';
  const mailbox = url.searchParams.get('_mbox') ?? '';
  if (url.searchParams.get('_task') !== 'mail' || !/^\d+$/.test(uid) || mailbox === '') return undefined;
  const action = url.searchParams.get('_action');
  if (action !== null && action !== 'show' && action !== 'preview') return undefined;
  const base = url.pathname.replace(/(?:index\.php)?$/, '');
  const folder = base.replace(/^\/|\/$/g, '');
  const query = `_task=mail&_mbox=${encodeURIComponent(mailbox)}&_uid=${uid}&_action=show`;
  return {
    kind: 'email',
    scope: folder === '' ? mailbox : `${folder}:${mailbox}`,
    nativeId: uid,
    url: `${url.origin}${base}?${query}`,
  };
}

function readTitle(raw: string): ReadTitle | undefined {
  const title = TITLE.exec(raw)?.[2];
  return title === undefined ? undefined : { title };
}

const setting = (page: Page, name: 'uid' | 'mailbox'): string | undefined =>
  page.script(name === 'uid' ? /"uid":"?(\d+)"?[,}]/ : /"mailbox":"([^"\\]+)"/);

const sender = (page: Page, within?: Element): string | undefined =>
  page.text(
    '.header.from .rcmContactAddress, .header-summary .rcmContactAddress, .fromto .rcmContactAddress',
    within,
  ) ?? page.text('a[href^="mailto:"]', within ?? page.one('#message-header, #messageheader'));

function rows(page: Page) {
  return rowsFromLinks(page, '#messagelist a[href*="_uid="]', identify).map(({ link, row }) => {
    const around = closestOf(link, 'tr, li');
    const from = around && sender(page, around);
    return from === undefined ? row : { ...row, requester: from };
  });
}

export const recogniser = defineRecogniser({
  product: 'roundcube',
  claims,
  identify,
  readTitle,
  titles(page) {
    // The subject's heading holds a hidden "Subject:" and a button beside the text.
    const heading = page.one('#message-header .subject, #messageheader .subject, h2.subject');
    const title = heading && (ownTextOf(heading) ?? textOf(heading));
    return title === undefined ? [] : [{ from: 'field hook', title }];
  },
  names(page) {
    const uid = setting(page, 'uid');
    return uid === undefined ? [] : [uid];
  },
  fields: {
    requester: (page) => sender(page),
    status: (page) => (page.one('body.status-flagged') ? 'flagged' : undefined),
    project: (page) => setting(page, 'mailbox') ?? decoded(page.url.searchParams.get('_mbox') ?? ''),
    links: (page) => linksIn(page, page.one('#messagebody')),
  },
  rows,
});
