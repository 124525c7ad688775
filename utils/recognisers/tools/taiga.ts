import { describeTool } from '../describe-tool';

/** Everything in a project shares one row of numbers. */
const item = (kind: string, place: string) => ({
  kind,
  at: `/project/{slug}/${place}/{id:n}`,
  to: `/project/{slug}/${place}/{id}`,
  scope: '{slug}',
  label: '#{id}',
});

export const recogniser = describeTool({
  product: 'taiga',
  hosts: ['*.taiga.io'],
  signs: ['[tg-main]', '[tg-project-menu]'],
  items: [item('user story', 'us'), item('task', 'task'), item('issue', 'issue'), item('epic', 'epic')],
  title: '{title} - {} {id} - {}',
});
