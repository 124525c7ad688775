import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'review-board',
  hosts: ['*.rbcommons.com'],
  signs: ['link[href*="/rb/images/favicon"]', '#review_request', '#review-request'],
  items: [{ kind: 'review request', at: '**/r/{id:n}/**', to: '/{base}/r/{id}/', label: '#{id}' }],
  title: '{title} | {} | {}',
  hooks: {
    title: '#summary, #field_summary',
    id: '#status a',
    requester: '#submitter, #field_submitter',
    project: '#repository, #field_repository',
    excerpt: '#description, #field_description',
  },
});
