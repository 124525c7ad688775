import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'capsule',
  hosts: ['*.capsulecrm.com'],
  items: ['party', 'opportunity', 'kase'].map((kind) => ({
    kind,
    at: `/${kind}/{id:n}/**`,
    to: `/${kind}/{id}`,
    id: `${kind}/{id}`,
  })),
  title: ['{title} | Capsule CRM', '{title} - Capsule CRM', '{title} | Capsule'],
});
