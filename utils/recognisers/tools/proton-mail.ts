import { describeTool } from '../describe-tool';

/** `/u/0/` is the order of signing in; a search stands behind "#". The title of a list has one part less. */
export const recogniser = describeTool({
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
  hooks: { title: '[data-testid="conversation-header:subject"] @title' },
});
