import { describeTool } from '../describe-tool';

const AT = '**/_layouts/15/{=Doc.aspx|doc.aspx|Doc2.aspx|doc2.aspx|WopiFrame.aspx}?sourcedoc=';

/** A document open in Word, Excel or PowerPoint: its GUID, in braces or without. */
const tool = describeTool({
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

export const recogniser: typeof tool = {
  ...tool,
  // The editor stands in a frame of another origin; the address names the file, as it was called when it was opened.
  titles({ url }) {
    const title = url.searchParams.get('file');
    return title === null ? [] : [{ from: 'address', title }];
  },
};
