import { describeTool } from '../describe-tool';

/** Rooms and people are places; a thread in them is the item. */
export const recogniser = describeTool({
  product: 'google-chat',
  hosts: ['chat.google.com', 'mail.google.com/chat'],
  items: [
    {
      kind: 'thread',
      at: ['/{kind=room|dm}/{place:id}/{id:id}/**', '/u/{}/{kind=room|dm}/{place:id}/{id:id}/**'],
      scope: '{place}',
      to: '/{kind}/{place}/{id}',
    },
    {
      kind: 'thread',
      at: ['/chat/u/{}/#chat/space/{place:id}/{id:id}/**', '/u/{}/#chat/space/{place:id}/{id:id}/**'],
      scope: '{place}',
      to: '/room/{place}/{id}',
    },
  ],
  host: 'chat.google.com',
});
