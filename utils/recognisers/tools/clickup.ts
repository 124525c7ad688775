import { describeTool } from '../describe-tool';

/** A task has an id of its own and, where a workspace wants them, one with the space's letters. */
export const recogniser = describeTool({
  product: 'clickup',
  hosts: ['app.clickup.com'],
  items: [
    {
      kind: 'task',
      at: '/t/{team:n}/{id:key}',
      to: '/t/{team}/{id}',
      scope: '{team}',
      label: '{id}',
      case: 'upper',
    },
    { kind: 'task', at: ['/t/{id:id}', '/t/{:n}/{id:id}'], to: '/t/{id}' },
  ],
  title: ['{title} | #{id}', '{title} | {}'],
  hooks: { title: '.cu-task-title__overlay', labels: '.cu-tags-badge__inner span' },
  row: '.cu-task-row',
  cells: {
    title: '.cu-task-row-main__link-text-inner',
    labels: '.cu-tags-select__name-container > span',
  },
});
