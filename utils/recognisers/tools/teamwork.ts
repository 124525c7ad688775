import { describeTool } from '../describe-tool';

/** Tickets of Teamwork Desk are counted apart from tasks. */
export const recogniser = describeTool({
  product: 'teamwork',
  hosts: ['*.teamwork.com'],
  items: [
    {
      kind: 'task',
      at: ['/app/tasks/{id:n}/**', '/tasks/{id:n}/**', '/#/tasks/{id:n}/**', '/index.cfm#tasks/{id:n}/**'],
      to: '/app/tasks/{id}',
      label: '#{id}',
    },
    {
      kind: 'ticket',
      at: ['/desk/tickets/{id:n}/**', '/desk/#/tickets/{id:n}/**'],
      to: '/desk/tickets/{id}',
      id: 'desk/{id}',
      label: '#{id}',
    },
  ],
  title: ['{title} | {}', '{title} - {}'],
  hooks: { title: '.title__subject', project: '.w-header-titles__project-name a' },
});
