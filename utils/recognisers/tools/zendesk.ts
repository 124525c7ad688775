import { describeTool } from '../describe-tool';

const tool = describeTool({
  product: 'zendesk',
  hosts: ['*.zendesk.com'],
  items: [
    {
      kind: 'ticket',
      at: ['/agent/tickets/{id:n}/**', '/agent/#/tickets/{id:n}', '/tickets/{id:n}'],
      to: '/agent/tickets/{id}',
      label: '#{id}',
    },
    {
      kind: 'ticket',
      at: ['/hc/{}/requests/{id:n}', '/hc/requests/{id:n}', '/requests/{id:n}'],
      to: '/hc/requests/{id}',
      label: '#{id}',
    },
  ],
  title: '{title} – {}',
  pane: '.ticket-panes-grid-layout[data-is-active="true"]',
  hooks: {
    title: '[data-test-id="omni-header-subject"]',
    id: '[data-selected="true"][data-entity-id] @data-entity-id',
  },
});

/** An agent's page is named after the account; that of the one who asked, after the ticket. */
export const recogniser: typeof tool = {
  ...tool,
  readTitle: (raw, page, identity) =>
    page.url.pathname.startsWith('/agent') ? undefined : tool.readTitle?.(raw, page, identity),
};
