import { describeTool } from '../describe-tool';
import type { Identity } from '../recogniser';

const tool = describeTool({
  product: 'salesforce',
  hosts: ['*.salesforce.com', '*.force.com'],
  items: [
    {
      kind: 'record',
      at: '/lightning/r/{object}/{id:id}/{=view|edit}/**',
      to: '/lightning/r/{object}/{id}/view',
    },
    {
      kind: 'record',
      at: ['/lightning/r/{id:id}/{=view|edit}/**', '/one/one.app#/sObject/{id:id}/**'],
      to: '/lightning/r/{id}/view',
    },
    { kind: 'record', at: ['/{id:id}', '/{id:id}/e'], to: '/{id}' },
  ],
  title: ['{title} | {} | Salesforce', '{title} | Salesforce', '{}: {title} ~ {}'],
  lists: ['{title} | Salesforce'],
  pane: '.lafSinglePaneWindowManager > .windowViewMode-normal, .windowViewMode-maximized.active',
  hooks: {
    title:
      '.slds-page-header__title :is(lightning-formatted-text, lightning-formatted-name, .uiOutputText:not(.selectedListView))',
  },
  deep: true,
});

const ID = /^[a-zA-Z\d]{5}0[a-zA-Z\d]{9}(?:[A-Z\d]{3})?$/;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18 characters of an id of 15: behind each five, which of them are capitals, as one more character. */
function wholeId(id: string): string {
  const ends = [0, 5, 10].map((start) => {
    const capitals = Array.from(id.slice(start, start + 5), (letter) => (/[A-Z]/.test(letter) ? 1 : 0));
    return DIGITS[capitals.reduce<number>((sum, bit, place) => sum + (bit << place), 0)];
  });
  return id.slice(0, 15) + ends.join('');
}

/** Lightning and Classic show one organisation's records on two hosts. */
function unified(identity: Identity, hostname: string): Identity | undefined {
  if (!ID.test(identity.nativeId)) return undefined;
  const nativeId = wholeId(identity.nativeId);
  return {
    ...identity,
    nativeId,
    url: identity.url.replace(identity.nativeId, nativeId),
    host: hostname.replace(/\.lightning\.force\.com$/, '.my.salesforce.com'),
  };
}

export const recogniser: typeof tool = {
  ...tool,
  identify(page) {
    const identity = tool.identify(page);
    return identity && unified(identity, page.url.hostname);
  },
};
