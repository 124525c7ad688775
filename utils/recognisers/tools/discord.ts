import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'discord',
  hosts: ['discord.com', 'ptb.discord.com', 'canary.discord.com'],
  host: 'discord.com',
  items: [
    {
      kind: 'message',
      at: '/channels/{guild}/{channel:n}/{id:n}',
      to: '/channels/{guild}/{channel}/{id}',
    },
  ],
  hooks: { title: '#message-content-{id}', requester: '#message-username-{id} span' },
});
