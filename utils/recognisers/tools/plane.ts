import { describeTool } from '../describe-tool';

/** An issue has two addresses, by its key and by its uuid; neither tells the other. */
export const recogniser = describeTool({
  product: 'plane',
  hosts: ['app.plane.so'],
  signs: ['meta[property="og:url"][content="https://app.plane.so/"]'],
  items: [
    {
      kind: 'issue',
      at: '/{ws}/browse/{id:key}',
      to: '/{ws}/browse/{id}/',
      scope: '{ws}',
      label: '{id}',
      case: 'upper',
    },
    {
      kind: 'issue',
      at: '/{ws}/projects/{p:uuid}/issues/{id:uuid}',
      to: '/{ws}/projects/{p}/issues/{id}/',
      scope: '{ws}',
    },
  ],
  title: '{id} {title}',
  lists: ['{title} | Plane'],
});
