import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'bitbucket-server',
  signs: ['meta[name="application-name"][content="Bitbucket"]'],
  items: [
    {
      kind: 'pull request',
      at: '**/{place=projects|users}/{owner}/repos/{repo}/pull-requests/{id:n}/**',
      to: '/{base}/{place}/{owner}/repos/{repo}/pull-requests/{id}/overview',
      scope: '{base}/{owner}/{repo}',
      label: '{owner}/{repo}#{id}',
    },
  ],
  title: ['Pull Request #{id}: {title} - Bitbucket', 'Pull Request #{id}: {title} - {}'],
});
