import { describeTool } from '../describe-tool';

const tool = describeTool({
  product: 'outlook',
  hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com'],
  items: [
    {
      kind: 'event',
      at: [
        '/calendar/item/{id:text}/**',
        '/calendar/{}/item/{id:text}/**',
        '/calendar/deeplink/read/{id:text}',
        '/calendar/{}/deeplink/read/{id:text}',
        '/owa?itemid={id:text}&path=/calendar/item',
        '/owa?ItemID={id:text}&path=/calendar/item',
      ],
      to: '/calendar/item/{id}',
    },
    {
      kind: 'message',
      at: [
        '/mail/id/{id:text}/**',
        '/mail/{folder...}/id/{id:text}/**',
        '/mail/deeplink/{=read|readconv}/{id:text}',
        '/mail/{}/deeplink/{=read|readconv}/{id:text}',
        '/mail/deeplink?ItemID={id:text}',
        '/owa?ItemID={id:text}',
        '/owa?itemid={id:text}',
      ],
      to: '/mail/id/{id}',
    },
  ],
  hooks: { title: '[aria-label="Reading Pane"] [role="heading"], [role="tabpanel"] [role="heading"][title]' },
});

/** The office's hosts are names of one and share their ids; outlook.live.com has its own people. */
export const recogniser: typeof tool = {
  ...tool,
  identify(page) {
    const found = tool.identify(page);
    if (page.url.host === 'outlook.live.com') return found;
    return found && { ...found, host: 'outlook.office.com' };
  },
};
