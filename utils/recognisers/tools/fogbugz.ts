import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'fogbugz',
  hosts: ['*.fogbugz.com', '*.manuscript.com'],
  items: [{ kind: 'case', at: '/f/cases/{id:n}/**', to: '/f/cases/{id}', label: '#{id}' }],
  title: ['{} {id}: {title}', '{id}: {title}', '{id} {title}'],
});
