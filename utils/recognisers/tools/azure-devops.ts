import { describeTool } from '../describe-tool';
import type { Page } from '../page';

/**
 * An organisation answers on two hosts, "dev.azure.com/org" and "org.visualstudio.com" (there with or without its
 * collection); its name has no case. Pull requests are counted in the organisation too, apart from work items.
 */
const atAzure = (url: URL): URL => {
  const old = /^([^.]+)\.visualstudio\.com$/.exec(url.hostname)?.[1];
  const path =
    old === undefined ? url.pathname : `/${old}${url.pathname.replace(/^\/DefaultCollection/i, '')}`;
  const whole = path.replace(/^\/[^/]+/, (org) => org.toLowerCase());
  return new URL(whole + url.search, 'https://dev.azure.com');
};

const pull = { kind: 'pull request', id: '!{id}', label: '!{id}', scope: '{org}' };

const tool = describeTool({
  product: 'azure-devops',
  hosts: ['dev.azure.com', '*.visualstudio.com'],
  host: 'dev.azure.com',
  items: [
    {
      kind: 'work item',
      at: [
        '/{org}/_workitems/edit/{id:n}/**',
        '/{org}/{}/_workitems/edit/{id:n}/**',
        '/{org}/{}/_workitems?id={id:n}',
        '/{org}/{}/**?workitem={id:n}',
      ],
      to: '/{org}/_workitems/edit/{id}',
      scope: '{org}',
      label: '#{id}',
    },
    {
      ...pull,
      at: '/{org}/{project}/_git/{repo}/pullrequest/{id:n}/**',
      to: '/{org}/{project}/_git/{repo}/pullrequest/{id}',
    },
    {
      ...pull,
      at: '/{org}/_git/{repo}/pullrequest/{id:n}/**',
      to: '/{org}/_git/{repo}/pullrequest/{id}',
    },
  ],
  title: [
    '{} {id}: {title} - Boards',
    '{} {} {id}: {title} - Boards',
    '{} {} {} {id}: {title} - Boards',
    '{} {} {id}: {title} - Repos',
  ],
  lists: ['{title} - Boards', '{title} - Repos'],
  hooks: {
    id: '.work-item-form-id, .work-item-form-header > .body-xl',
    title: '.work-item-form-title input, .work-item-title-textfield input',
    project: '.navigation-container .project-item .text-ellipsis',
  },
});

export const recogniser = {
  ...tool,
  identify: (page: Page) => tool.identify({ ...page, url: atAzure(page.url) }),
};
