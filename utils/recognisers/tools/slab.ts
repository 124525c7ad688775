import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'slab',
  hosts: ['*.slab.com'],
  items: [{ kind: 'post', at: '/posts/{id:code$}', to: '/posts/{id}' }],
  title: ['{title} | Slab', '{title} - Slab', '{title} · Slab'],
});
