import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'mattermost',
  hosts: ['*.cloud.mattermost.com', 'community.mattermost.com'],
  signs: ['meta[name="application-name"][content="Mattermost"]'],
  items: [
    {
      kind: 'message',
      at: ['**/{}/{=pl|threads}/{id:code}', '**/{}/{=channels|messages}/{}/{id:code}'],
      to: '/{base}/_redirect/pl/{id}',
    },
  ],
  hooks: { title: '#postMessageText_{id}', requester: '#post_{id} .user-popover' },
});
