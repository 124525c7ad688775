import { describeTool } from '../describe-tool';

const TYPES = { contact: '0-1', company: '0-2', deal: '0-3', ticket: '0-5' };

const tool = describeTool({
  product: 'hubspot',
  hosts: ['*.hubspot.com'],
  items: [
    ...Object.entries(TYPES).map(([kind, type]) => ({
      kind,
      at: [
        `/contacts/{portal:n}/record/${type}/{id:n}/**`,
        `/contacts/{portal:n}/${kind}/{id:n}/**`,
        `/help-desk/{portal:n}/view/{}/${kind}/{id:n}/**`,
      ],
      to: `/contacts/{portal}/record/${type}/{id}`,
      id: `${type}/{id}`,
      scope: '{portal}',
    })),
    {
      kind: 'record',
      at: '/contacts/{portal:n}/record/{type:id}/{id:n}/**',
      to: '/contacts/{portal}/record/{type}/{id}',
      id: '{type}/{id}',
      scope: '{portal}',
    },
    {
      kind: 'conversation',
      at: '/live-messages/{portal:n}/inbox/{id:n}/**',
      to: '/live-messages/{portal}/inbox/{id}',
      id: 'inbox/{id}',
      scope: '{portal}',
    },
  ],
  title: '{title}',
  hooks: { title: '[data-selenium-test="highlightTitle"], [data-test-id="ticket-header-name-link"]' },
});

/** Its inboxes are named after themselves, its records after the record alone. */
export const recogniser: typeof tool = {
  ...tool,
  readTitle: (raw, page, identity) =>
    page.url.pathname.startsWith('/contacts/') ? tool.readTitle?.(raw, page, identity) : undefined,
};
