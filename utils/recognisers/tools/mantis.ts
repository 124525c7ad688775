import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'mantis',
  hosts: ['*.mantishub.com', '*.mantishub.io'],
  signs: [
    'link[href*="browser_search_plugin.php?type="]',
    'a[href*="mantisbt.org"][title="bug tracking software"]',
  ],
  items: [
    {
      kind: 'issue',
      at: ['**/view.php?id={id:n}', '**/{=bug_view_page.php|bug_view_advanced_page.php}?bug_id={id:n}'],
      to: '/{base}/view.php?id={id}',
      label: '#{id}',
    },
  ],
  title: '{id}: {title} - {}',
  hooks: {
    title: 'td.bug-summary',
    id: 'td.bug-id',
    status: 'td.bug-status',
    assignees: 'td.bug-assigned-to',
    requester: 'td.bug-reporter',
    dueDay: 'td.bug-due-date',
    labels: 'td.bug-category',
    priority: 'td.bug-priority',
    project: 'td.bug-project',
    excerpt: 'td.bug-description',
  },
  row: '#buglist tr',
  cells: {
    title: '.column-summary',
    status: '.column-status span',
    assignees: '.column-status a, .column-assigned-to a',
    labels: '.column-category',
  },
});
