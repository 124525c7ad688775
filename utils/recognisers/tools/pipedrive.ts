import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'pipedrive',
  hosts: ['*.pipedrive.com'],
  items: [
    ...['deal', 'person', 'organization'].map((kind) => ({
      kind,
      at: `/${kind}/{id:n}/**`,
      to: `/${kind}/{id}`,
      id: `${kind}/{id}`,
    })),
    { kind: 'lead', at: '/leads/inbox/{id:uuid}', to: '/leads/inbox/{id}', case: 'lower' },
  ],
  title: ['{title} - contact details', '{title} - organization details', '{title} - deal', '{title} - lead'],
  hooks: { title: '[data-testid="header-title"], [data-testid="SidebarLeadTitle"]' },
});
