import { describeTool } from '../describe-tool';

/** Copies of a base keep their records' ids. The page's title is the base's; a record's first cell is its name. */
export const recogniser = describeTool({
  product: 'airtable',
  hosts: ['airtable.com'],
  items: [
    {
      kind: 'record',
      at: ['/app{app:id}/{t}/rec{id:id}', '/app{app:id}/{t}/{}/rec{id:id}'],
      to: '/app{app}/{t}/rec{id}',
      scope: 'app{app}',
      id: 'rec{id}',
    },
  ],
  hooks: {
    title:
      '.detailView .cellContainer textarea, .DetailViewWithActivityFeed .cellContainer textarea, [data-tutorial-selector-id="pageCellLabelPair"] textarea',
  },
});
