import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'microsoft-todo',
  hosts: ['to-do.office.com', 'to-do.live.com', 'to-do.microsoft.com', 'to-do.office365.com'],
  items: [{ kind: 'task', at: '/tasks/id/{id:text}/**', to: '/tasks/id/{id}/details' }],
  host: 'to-do.office.com',
  hooks: { title: '.detailHeader .editableContent-display' },
});
