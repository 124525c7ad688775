import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'yahoo-mail',
  hosts: ['mail.yahoo.com'],
  items: [
    {
      kind: 'message',
      at: ['/{app=d|n|b}/{view...}/messages/{id:id}/**'],
      to: '/{app}/{view}/messages/{id}',
    },
  ],
  lists: ['({} unread) - {title} - Yahoo Mail', '{title} - Yahoo Mail'],
  hooks: { title: '[data-test-id="message-group-subject-text"]' },
  row: '[role="article"]',
  cells: { title: '[data-test-id="message-subject"]', requester: '[data-test-id="senders"]' },
});
