import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'bugsnag',
  hosts: ['app.bugsnag.com'],
  items: [
    {
      kind: 'error',
      at: '/{org}/{project}/errors/{id:code}/**',
      to: '/{org}/{project}/errors/{id}',
      scope: '',
    },
  ],
});
