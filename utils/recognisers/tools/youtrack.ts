import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'youtrack',
  hosts: ['*.youtrack.cloud', '*.myjetbrains.com/youtrack', 'youtrack.jetbrains.com'],
  signs: ['.yt-issue-view', '[data-test="issue-container"]', '[data-test="ticket-summary"]'],
  items: [
    {
      kind: 'issue',
      at: ['**/issue/{id:key}/**', '**/agiles/{}/{}?issue={id:key}', '**/issues?preview={id:key}'],
      to: '/{base}/issue/{id}',
      label: '{id}',
      case: 'upper',
    },
  ],
  title: ['{id} {title} | {}', '{id}: {title} | {}', '{title} : {id}', '{id} {title}'],
  lists: ['{title} | {}'],
  hooks: {
    title: '[data-test="ticket-summary"]',
    id: '.js-issue-id, [id*="id-link"]',
    project: '[aria-label="Project"] span',
  },
});
