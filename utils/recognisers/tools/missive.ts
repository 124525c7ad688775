import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'missive',
  hosts: ['mail.missiveapp.com'],
  items: [
    {
      kind: 'conversation',
      at: '/#{view...}/conversations/{id:uuid}/**',
      to: '/#inbox/conversations/{id}',
      case: 'lower',
    },
  ],
  title: ['{title} - Missive', '{title}'],
});
