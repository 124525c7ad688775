import { describeTool } from '../describe-tool';

const item = (kind: string, place: string, mark: string) => ({
  kind,
  at: `/{owner}/{repo}/${place}/{id:n}/**`,
  to: `/{owner}/{repo}/${place}/{id}`,
  scope: '{owner}/{repo}',
  id: `${mark}{id}`,
  label: `{owner}/{repo}${mark || '#'}{id}`,
});

/** Pull requests and issues of a repository are numbered apart. */
export const recogniser = describeTool({
  product: 'bitbucket',
  hosts: ['bitbucket.org'],
  items: [
    item('pull request', 'pull-requests', '!'),
    item('issue', 'issues', ''),
    {
      kind: 'commit',
      at: '/{owner}/{repo}/commits/{id:code}',
      to: '/{owner}/{repo}/commits/{id}',
      scope: '{owner}/{repo}',
    },
  ],
  title: [
    '{} / {} / Pull Request #{id}: {title} — Bitbucket',
    '{} / {} / issues / #{id} - {title} — Bitbucket',
    '{} / {} / commit / {commit}: {title} — Bitbucket',
  ],
});
