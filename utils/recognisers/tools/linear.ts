import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'linear',
  hosts: ['linear.app'],
  items: [
    {
      kind: 'issue',
      at: ['/{ws}/issue/{id:key}/**', '/{ws}/inbox/issue/{id:key}/**'],
      to: '/{ws}/issue/{id}',
      scope: '{ws}',
      label: '{id}',
      case: 'upper',
    },
  ],
  title: '{id} {title}',
  hooks: {
    title: '[aria-label="Issue title"]',
    status: '[aria-label="Change status"]',
    project: 'svg[aria-label="Project"] + *',
  },
  row: '[data-list-key], [data-board-item]',
  cells: { title: '[data-column-id="issueId"] + * + *' },
});
