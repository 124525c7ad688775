import { decoded } from '../address-text';
import { describeTool } from '../describe-tool';

const TITLE = '[id$=".short_description"]:not([id^="sys_original"])';

const tool = describeTool({
  product: 'servicenow',
  hosts: ['*.service-now.com'],
  signs: ['#gsft_main', '#sys_uniqueValue'],
  items: [
    {
      kind: 'record',
      at: '/{table}.do?sys_id={id:hex}',
      to: '/nav_to.do?uri={table}.do?sys_id={id}',
      case: 'lower',
    },
    {
      kind: 'record',
      at: '/now/{workspace...}/record/{table}/{id:hex}/**',
      to: '/now/{workspace}/record/{table}/{id}',
      case: 'lower',
    },
    {
      kind: 'record',
      at: '/{portal}?id={view}&table={table}&sys_id={id:hex}',
      to: '/{portal}?id={view}&table={table}&sys_id={id}',
      case: 'lower',
    },
  ],
  except: ['/{=sys_attachment.do|sys_user.do|sys_user_group.do}'],
  title: '{title} | {} | ServiceNow',
  hooks: {
    title: TITLE,
    id: '#sys_uniqueValue',
    assignees: '[id^="sys_display."][id$=".assigned_to"]',
    requester: '[id^="sys_display."][id$=".caller_id"]',
  },
  deep: true,
});

/** The classic page that the address of the frame around it holds, escaped. */
function unframed(url: URL): URL {
  const path = /\/params\/target\/(.+)$/.exec(url.pathname)?.[1];
  const target = url.pathname === '/nav_to.do' ? url.searchParams.get('uri') : path && decoded(path);
  const inner = target ? URL.parse(target, url.origin) : null;
  return inner?.host === url.host ? inner : url;
}

/** The page is named after the record's number: it speaks only where no better title stands in it. */
export const recogniser: typeof tool = {
  ...tool,
  identify: (page) => tool.identify({ ...page, url: unframed(page.url) }),
  readTitle: (raw, page, identity) => (page.one(TITLE) ? undefined : tool.readTitle?.(raw, page, identity)),
};
