import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'hey',
  hosts: ['app.hey.com'],
  items: [{ kind: 'topic', at: '/topics/{id:n}/**', to: '/topics/{id}' }],
  title: ['{title} – HEY', '{title}'],
});
