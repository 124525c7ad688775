import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'freshdesk',
  hosts: ['*.freshdesk.com'],
  items: [
    {
      kind: 'ticket',
      at: ['/a/tickets/{id:n}/**', '/helpdesk/tickets/{id:n}/**'],
      to: '/a/tickets/{id}',
      label: '#{id}',
    },
    {
      kind: 'ticket',
      at: ['/support/tickets/{id:n}', '/{}/support/tickets/{id:n}'],
      to: '/support/tickets/{id}',
      label: '#{id}',
    },
  ],
  title: '[#{id}] {title} : {}',
  hooks: {
    title: '.ticket-subject-heading, .sentiment-ticket-heading, h2.subject',
    id: '#ticket-display-id, .breadcrumb__item.active',
    labels: '.ticket-tags .tag-options',
  },
});
