import { describeTool } from '../describe-tool';

const CHAT = '/l/message/{chat:text}/{id:n}';
const MEETING = '/l/meetup-join/{chat:text}/{id:n}';
const TEAM = '?tenantId={tenant}&groupId={group}&parentMessageId={parent}';
const CONTEXT = '?context={context}';
const form = (kind: string, at: string, scope = '{chat}') => ({
  kind,
  at,
  scope,
  to: at.replaceAll(/:\w+/g, ''),
});

/** A link to a message opens it only with the parameters that it was given. */
const tool = describeTool({
  product: 'microsoft-teams',
  hosts: ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'],
  items: [
    form('message', CHAT + TEAM),
    form('message', CHAT + CONTEXT),
    form('message', CHAT),
    form('meeting', MEETING + CONTEXT),
    form('meeting', MEETING),
    form('meeting', '/meet/{id:n}?p={pass}', ''),
    form('meeting', '/meet/{id:n}', ''),
  ],
});

/** Work's two hosts are one; teams.live.com has its own people. */
export const recogniser: typeof tool = {
  ...tool,
  identify(page) {
    const found = tool.identify(page);
    if (page.url.host === 'teams.live.com') return found;
    return found && { ...found, host: 'teams.microsoft.com' };
  },
};
