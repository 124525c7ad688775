import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'backlog',
  hosts: ['*.backlog.com', '*.backlog.jp'],
  items: [{ kind: 'issue', at: '/view/{id:key}', to: '/view/{id}', label: '{id}', case: 'upper' }],
  title: ['[{id}] {title} | {}', '{id} {title} | {}'],
  lists: ['{title} | {}'],
});
