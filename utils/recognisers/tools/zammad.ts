import { describeTool } from '../describe-tool';

/** Every ticket that is open in its bar stays in the page. The number that it shows is not the address's id. */
export const recogniser = describeTool({
  product: 'zammad',
  hosts: ['*.zammad.com'],
  signs: ['#zammad_form_script', '.ticketZoom'],
  items: [
    {
      kind: 'ticket',
      at: ['/#ticket/zoom/{id:n}/**', '/desktop/tickets/{id:n}/**', '/mobile/tickets/{id:n}/**'],
      to: '/#ticket/zoom/{id}',
    },
  ],
  title: ['{} - #{} - {title}', '{} - {title}'],
  pane: '.content.active',
  hooks: {
    title: '.ticketZoom-header .ticket-title-update',
    requester: '[data-tab="customer"] [title="Name"]',
    labels: '.tags .list-item-name',
  },
});
