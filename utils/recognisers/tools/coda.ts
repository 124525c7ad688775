import { describeTool } from '../describe-tool';

/** A row's place in the fragment is where the page stands; the page is the item. */
export const recogniser = describeTool({
  product: 'coda',
  hosts: ['coda.io'],
  items: [
    {
      kind: 'page',
      at: [
        '/d/_d{doc:id}/_su{id:id}',
        '/d/_d{doc:id}/{}_su{id:id}',
        '/d/{}_d{doc:id}/_su{id:id}',
        '/d/{}_d{doc:id}/{}_su{id:id}',
      ],
      to: '/d/_d{doc}/_su{id}',
      scope: '{doc}',
      id: 'su{id}',
    },
    { kind: 'document', at: ['/d/_d{id:id}', '/d/{}_d{id:id}'], to: '/d/_d{id}', scope: '' },
  ],
  title: '{title} · {}',
  hooks: { title: '[data-coda-ui-id="canvasRoot"] h1' },
});
