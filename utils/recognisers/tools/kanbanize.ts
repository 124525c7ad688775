import { describeTool } from '../describe-tool';

/** Renamed to Businessmap in 2023. */
export const recogniser = describeTool({
  product: 'kanbanize',
  hosts: ['*.kanbanize.com', '*.businessmap.io'],
  items: [
    {
      kind: 'card',
      at: '/ctrl_board/{board:n}/cards/{id:n}/**',
      to: '/ctrl_board/{board}/cards/{id}/details/',
      label: '#{id}',
    },
  ],
  title: ['{id} - {title}', '{title} - {}'],
});
