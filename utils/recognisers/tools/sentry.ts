import { describeTool } from '../describe-tool';
import type { Page } from '../page';

const tool = describeTool({
  product: 'sentry',
  hosts: ['sentry.io', '*.sentry.io'],
  signs: ['#blk_router'],
  items: [
    { kind: 'issue', at: '/issues/{id:n}/**', to: '/issues/{id}/' },
    { kind: 'issue', at: '/organizations/{org}/issues/{id:n}/**', to: '/organizations/{org}/issues/{id}/' },
  ],
  title: ['{title} — {org} — {project}', '{title} — {project}'],
});

/** Since 2022 an organisation's pages are on its own host; `sentry.io/organizations/{org}/` still leads there. */
function identify(page: Page) {
  const [, org, path] = /^\/organizations\/([\w-]+)(\/issues\/.*)/.exec(page.url.pathname) ?? [];
  if (page.url.host !== 'sentry.io' || path === undefined) return tool.identify(page);
  const host = `${org}.sentry.io`;
  const identity = tool.identify({ ...page, url: new URL(`https://${host}${path}`) });
  return identity && { ...identity, host };
}

export const recogniser = { ...tool, identify };
