import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'freedcamp',
  hosts: ['freedcamp.com', '*.freedcamp.com'],
  items: [
    {
      kind: 'task',
      at: ['/view/{p:n}/tasks/{id:n}/**', '/view/{p:n}/tasks/panel/task/{id:n}'],
      to: '/view/{p}/tasks/{id}',
    },
  ],
  hooks: {
    title: '.ItemViewSubheader--fk-ItemBasicFields-Title',
    project: '.AgSidebarCurrentProject--fk-AgSidebarContext-ProjText',
  },
});
