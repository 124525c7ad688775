import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'quip',
  hosts: ['quip.com', '*.quip.com'],
  items: [{ kind: 'document', at: ['/{id:code}', '/{id:code}/{}'], to: '/{id}' }],
  title: '{title} - Quip',
});
