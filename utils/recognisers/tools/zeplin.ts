import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'zeplin',
  hosts: ['app.zeplin.io'],
  items: [
    {
      kind: 'screen',
      at: '/project/{project:code}/screen/{id:code}/**',
      to: '/project/{project}/screen/{id}',
    },
  ],
  title: ['{title} - {} - Zeplin', '{title} - Zeplin'],
});
