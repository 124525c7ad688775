import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'pyrus',
  hosts: ['pyrus.com'],
  items: [{ kind: 'task', at: '/t#id{id:n}', to: '/t#id{id}', label: '#{id}' }],
  title: ['{title} - Pyrus', '{title} – Pyrus'],
});
