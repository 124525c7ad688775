import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'targetprocess',
  hosts: ['*.tpondemand.com'],
  items: [
    {
      kind: 'entity',
      at: ['/entity/{id:n^}', '/{}/{}#?page={=bug|epic|feature|portfolioepic|request|task|userstory}/{id:n}'],
      to: '/entity/{id}',
      label: '#{id}',
    },
  ],
  title: ['#{id} {title}', '{} #{id} {title}'],
});
