import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'assembla',
  hosts: ['app.assembla.com', 'www.assembla.com'],
  host: 'app.assembla.com',
  items: [
    {
      kind: 'ticket',
      at: '/spaces/{space}/tickets/{id:n^}/**',
      to: '/spaces/{space}/tickets/{id}',
      scope: '{space}',
      label: '#{id}',
    },
  ],
  title: ['#{id} {title} | {}', '#{id} {title}'],
});
