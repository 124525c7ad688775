import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'breeze',
  hosts: ['app.breeze.pm'],
  items: [
    {
      kind: 'card',
      at: '/projects/{project:n^}/cards/{id:n^}',
      to: '/projects/{project}/cards/{id}',
    },
  ],
  title: '{title} - {}',
  hooks: { project: '.project_name_card' },
});
