import { describeTool } from '../describe-tool';

const FORMS = {
  invoice: '/AccountsReceivable/View.aspx?InvoiceID=',
  bill: '/AccountsPayable/View.aspx?InvoiceID=',
  contact: '/Contacts/View/',
};

export const recogniser = describeTool({
  product: 'xero',
  hosts: ['go.xero.com'],
  items: Object.entries(FORMS).map(([kind, place]) => ({
    kind,
    at: ['View', 'Edit'].map((view) => `${place.replace('View', view)}{id:uuid}`),
    to: `${place}{id}`,
    case: 'lower' as const,
  })),
  title: '{title} | Xero',
});
