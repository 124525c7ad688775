import { describeTool } from '../describe-tool';
import type { Identity } from '../recogniser';

const tool = describeTool({
  product: 'zulip',
  hosts: ['*.zulipchat.com'],
  signs: ['#message_feed_container', '#left-sidebar-container'],
  items: [
    {
      kind: 'message',
      at: ['/#narrow/{}/{}/{}/{}/near/{id:n}', '/#narrow/{}/{}/near/{id:n}', '/#narrow/{=near|id}/{id:n}'],
      to: '/#narrow/near/{id}',
    },
    {
      kind: 'topic',
      at: [
        '/#narrow/{=channel|stream}/{n:n^}/topic/{id}',
        '/#narrow/{=channel|stream}/{n:n^}/topic/{id}/with/{}',
      ],
      to: '/#narrow/channel/{n}/topic/{id}',
      scope: '{n}',
    },
  ],
  title: ['#{} > {title} - {} - Zulip', '{} > {title} - {} - Zulip'],
  hooks: {
    title: '[data-message-id="{id}"] .message_content',
    requester: '[data-message-id="{id}"] .sender_name',
  },
});

const isTopic = ({ kind }: Identity) => kind === 'topic';

/** The page's title is the topic's; a message is known by its own words. */
export const recogniser: typeof tool = {
  ...tool,
  readTitle: (raw, page, identity) =>
    identity && !isTopic(identity) ? undefined : tool.readTitle?.(raw, page, identity),
};
