import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'slite',
  hosts: ['*.slite.com'],
  items: [
    {
      kind: 'document',
      at: ['/app/docs/{id:id}/**', '/app/channels/{}/notes/{id:id}/**'],
      to: '/app/docs/{id}',
    },
  ],
  title: ['{title} | Slite', '{title} - Slite', '{title} · Slite'],
});
