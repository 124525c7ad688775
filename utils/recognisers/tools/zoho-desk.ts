import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'zoho-desk',
  hosts: ['desk.zoho.*'],
  items: [
    {
      kind: 'ticket',
      at: '/agent/{place...}/tickets/details/{id:n}/**',
      to: '/agent/{place}/tickets/details/{id}',
    },
    {
      kind: 'ticket',
      at: '/support/{portal}/ShowHomePage.do#Cases/dv/{id:n}/**',
      to: '/support/{portal}/ShowHomePage.do#Cases/dv/{id}',
    },
  ],
  hooks: { title: '[data-id="caseSubjectText"]' },
});
