import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'copper',
  hosts: ['app.copper.com', 'app.prosperworks.com'],
  host: 'app.copper.com',
  items: ['contact', 'organization', 'deal', 'lead', 'project', 'task'].map((kind) => ({
    kind,
    at: `/companies/{account:n}/app#/${kind}/{id:n}/**`,
    to: `/companies/{account}/app#/${kind}/{id}`,
    id: `${kind}/{id}`,
    scope: '{account}',
  })),
  title: ['{title} - Copper', '{title} | Copper'],
});
