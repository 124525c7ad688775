import { describeTool } from '../describe-tool';

/** Gitea and Forgejo. Issues and pull requests of a repository share one row of numbers. */
export const recogniser = describeTool({
  product: 'gitea',
  hosts: ['codeberg.org', 'gitea.com'],
  signs: [
    'meta[name="keywords"][content*="gitea"]',
    'meta[name="keywords"][content*="forgejo"]',
    '#issue-title-display',
  ],
  items: [
    {
      kind: 'issue',
      at: '/{repo...}/issues/{id:n}/**',
      to: '/{repo}/issues/{id}',
      scope: '{repo}',
      label: '{repo}#{id}',
    },
    {
      kind: 'pull request',
      at: '/{repo...}/pulls/{id:n}/**',
      to: '/{repo}/pulls/{id}',
      scope: '{repo}',
      label: '{repo}#{id}',
    },
  ],
  except: [
    '/{}/{}/{=src|raw|media|blame|commits|wiki|compare|releases|projects}/**',
    '/{}/{=issues|pulls}/**',
  ],
  title: '#{id} - {title} - {} - {}',
  hooks: {
    id: '#issue-page-info @data-issue-index',
    status: '.issue-state-label',
    labels: '.labels-list .label',
  },
  row: '.flex-item',
  cells: { labels: '.labels-list .label' },
});
