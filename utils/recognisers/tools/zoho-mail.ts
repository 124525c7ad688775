import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'zoho-mail',
  hosts: ['mail.zoho.*'],
  items: [
    {
      kind: 'message',
      at: '/zm/#mail/{view}/{name}/p/{id:n}/**',
      to: '/zm/#mail/{view}/{name}/p/{id}',
    },
  ],
});
