import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'superhuman',
  hosts: ['mail.superhuman.com'],
  items: [{ kind: 'thread', at: '**/thread/{id:id}', scope: '', to: '/{base}/thread/{id}' }],
  title: ['{title} - Superhuman', '{title}'],
});
