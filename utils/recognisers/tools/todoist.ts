import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'todoist',
  hosts: ['app.todoist.com', 'todoist.com'],
  host: 'app.todoist.com',
  items: [
    {
      kind: 'task',
      at: ['/app/task/{id:id$}', '/app/{}/task/{id:id$}', '/app/{}/{}/task/{id:id$}', '/showTask?id={id:id}'],
      to: '/app/task/{id}',
      scope: '',
    },
  ],
  title: ['{title} – Todoist', '{title} - Todoist'],
  lists: ['{title} – Todoist', '{title} - Todoist'],
  hooks: {
    title: '[data-item-detail-root] @data-item-content',
    project: '[data-item-detail-root] @data-item-project-name',
    labels: '[data-testid="task-details-modal"] [data-item-label-name] @data-item-label-name',
  },
});
