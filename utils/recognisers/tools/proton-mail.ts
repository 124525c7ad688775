import { describeTool } from '../describe-tool';
import { attributeOf } from '../dom-reading';

/** `/u/0/` is the order of signing in; a search stands behind "#". The title of a list has one part less. */
const tool = describeTool({
  product: 'proton-mail',
  hosts: ['mail.proton.me'],
  items: [
    {
      kind: 'conversation',
      at: '/u/{account:n}/{folder}/{id:id}==/**',
      to: '/u/{account}/{folder}/{id}==',
    },
  ],
  title: '{title} | {} | {} | Proton Mail',
  lists: ['{title} | {} | Proton Mail'],
  hooks: { title: '[data-testid="conversation-header:subject"] @title' },
});

const ROW = '[data-element-id][data-testid^="message-item:"]';
const idOf = (row: Element): string => attributeOf(row, 'data-element-id')?.replace(/=+$/, '') ?? '';
const subjectOf = (row: Element): string =>
  attributeOf(row, 'data-testid')?.slice('message-item:'.length) ?? '';

export const recogniser: typeof tool = {
  ...tool,
  // The list's row of this mail names it beside its subject.
  titles: (page, identity) =>
    (tool.titles?.(page, identity) ?? []).map((witness) => ({
      ...witness,
      bound: page
        .all(ROW)
        .some((row) => idOf(row) === identity.nativeId && subjectOf(row).trim() === witness.title),
    })),
  // Rows are no links.
  rows: (page) =>
    page.all(ROW, undefined, 200).map((row) => {
      const nativeId = idOf(row);
      const folder = page.url.pathname.split('/', 4).join('/');
      return {
        identity: {
          kind: 'conversation',
          scope: '',
          nativeId,
          url: `${page.url.origin}${folder}/${nativeId}==`,
        },
        title: subjectOf(row),
        requester: page.text('[data-testid$=":sender-address"]', row),
      };
    }),
};
