import { describeTool } from '../describe-tool';

/** Views and admins stand between the workspace and the conversation, and change; its own number comes last. */
export const recogniser = describeTool({
  product: 'intercom',
  hosts: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com'],
  items: [
    {
      kind: 'conversation',
      at: [
        '/a/inbox/{app}/{view...}/{=conversation|conversations}/{id:n}/**',
        '/a/apps/{app}/{view...}/{=conversation|conversations}/{id:n}/**',
        '/a/apps/{app}/{=conversation|conversations}/{id:n}/**',
      ],
      to: '/a/inbox/{app}/inbox/conversation/{id}',
      scope: '{app}',
    },
  ],
  hooks: { title: '[data-inbox-conversation-header-title]' },
});
