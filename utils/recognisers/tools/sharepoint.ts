import { describeTool } from '../describe-tool';

const AT = '**/_layouts/15/{=Doc.aspx|doc.aspx|Doc2.aspx|doc2.aspx|WopiFrame.aspx}?sourcedoc=';

/** A document open in Word, Excel or PowerPoint: its GUID, in braces or without. */
export const recogniser = describeTool({
  product: 'sharepoint',
  hosts: ['*.sharepoint.com'],
  items: [
    {
      kind: 'document',
      at: [`${AT}{{id:uuid}}`, `${AT}{id:uuid}`],
      scope: '',
      to: '/{base}/_layouts/15/Doc.aspx?sourcedoc=%7B{id}%7D',
      case: 'lower',
    },
  ],
  title: '{title}',
});
