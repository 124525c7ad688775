import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'opsgenie',
  hosts: ['*.opsgenie.com'],
  items: [
    { kind: 'alert', at: '/alert/detail/{id:id}/**', to: '/alert/detail/{id}/details' },
    { kind: 'incident', at: '/incident/detail/{id:uuid}/**', to: '/incident/detail/{id}' },
  ],
  title: '{title} - Opsgenie',
});
