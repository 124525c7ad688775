import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'wrike',
  hosts: ['*.wrike.com'],
  host: 'www.wrike.com',
  items: [
    {
      kind: 'task',
      at: [
        '/open.htm?id={id:n}',
        '/workspace.htm#/task-view?id={id:n}',
        '/workspace.htm#**?sidePanelItemId={id:n}',
      ],
      to: '/open.htm?id={id}',
    },
  ],
  title: '{title} - Wrike',
  lists: ['{title} - Wrike'],
  hooks: { title: '[data-application="work-item-title"] textarea' },
});
