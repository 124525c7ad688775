import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'rocket-chat',
  hosts: ['*.rocket.chat'],
  signs: ['div#rocket-chat'],
  items: [
    {
      kind: 'message',
      at: '**/{place=channel|group|direct}/{room}?msg={id:code}',
      to: '/{base}/{place}/{room}?msg={id}',
    },
  ],
  hooks: {
    title: '[data-mid="{id}"] .rcx-message-body',
    requester: '[data-mid="{id}"] .rcx-message-header__name',
  },
});
