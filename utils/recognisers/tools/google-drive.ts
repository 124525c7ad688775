import { describeTool } from '../describe-tool';
import { attributeOf } from '../dom-reading';

const tool = describeTool({
  product: 'google-drive',
  hosts: ['drive.google.com'],
  items: [
    {
      kind: 'file',
      at: [
        '/file/d/{id:id}/**',
        '/file/u/{}/d/{id:id}/**',
        '/a/{}/file/d/{id:id}/**',
        '/{=open|uc}?id={id:id}',
      ],
      to: '/file/d/{id}/view',
    },
    {
      kind: 'folder',
      at: ['/drive/folders/{id:id}', '/drive/u/{}/folders/{id:id}', '/folderview?id={id:id}'],
      to: '/drive/folders/{id}',
    },
  ],
  title: ['{title} - Google Drive', '{title} – Google Drive'],
});

/** Its rows are no links: they carry their id. What opens an id opens files and folders. */
export const recogniser: typeof tool = {
  ...tool,
  rows: (page) =>
    page.all('tr[role="row"][data-id]', undefined, 200).flatMap((row) => {
      const nativeId = attributeOf(row, 'data-id') ?? '';
      const title = page.text('[data-tooltip] strong', row);
      if (title === undefined || !/^[\w-]{15,}$/.test(nativeId)) return [];
      const url = `${page.url.origin}/open?id=${nativeId}`;
      return [{ identity: { kind: 'file', scope: '', nativeId, url }, title }];
    }),
};
