import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'pumble',
  hosts: ['app.pumble.com'],
  items: [
    {
      kind: 'message',
      at: [
        '/workspace/{space:code}/{channel:code}/{id:code}',
        '/workspace/{space:code}/{channel:code}/thread/{id:code}',
      ],
      to: '/workspace/{space}/{channel}/{id}',
    },
  ],
});
