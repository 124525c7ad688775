import { describeTool } from '../describe-tool';

const tool = describeTool({
  product: 'front',
  hosts: ['app.frontapp.com'],
  items: [
    {
      kind: 'conversation',
      at: ['/{=open|conversations}/cnv_{id:id}', '/inboxes/{view...}/cnv_{id:id}'],
      id: 'cnv_{id}',
      to: '/open/cnv_{id}',
    },
    {
      kind: 'conversation',
      at: ['/inboxes/{view...}/open/{id:n}', '/inboxes/{}/{}/{}/{}/{id:n}', '/open/{id:n}'],
      to: '/open/{id}',
    },
    { kind: 'message', at: '/open/msg_{id:id}', id: 'msg_{id}', to: '/open/msg_{id}' },
  ],
  title: '{title} - Front',
});

/** The address in the app has the number that the link "cnv_…" writes in base 36. */
export const recogniser: typeof tool = {
  ...tool,
  identify(page) {
    const found = tool.identify(page);
    if (!found || !/^\d+$/.test(found.nativeId)) return found;
    const nativeId = `cnv_${Number(found.nativeId).toString(36)}`;
    return { ...found, nativeId, url: `${page.url.origin}/open/${nativeId}` };
  },
};
