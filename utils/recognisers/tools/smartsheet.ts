import { describeTool } from '../describe-tool';

/** The title of a sheet's page is the sheet's; the cells are drawn, not written. */
export const recogniser = describeTool({
  product: 'smartsheet',
  hosts: ['app.smartsheet.com', 'app.smartsheet.eu', 'app.smartsheetgov.com'],
  items: [
    {
      kind: 'row',
      at: '/sheets/{sheet:id}?rowId={id:n}',
      to: '/sheets/{sheet}?rowId={id}',
      label: '#{id}',
    },
  ],
});
