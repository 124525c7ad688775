import { describeTool } from '../describe-tool';

/** Ids are the same on every company's host. "0" is all files. */
export const recogniser = describeTool({
  product: 'box',
  hosts: ['*.box.com'],
  items: [
    { kind: 'file', at: ['/file/{id:n}/**', '/s/{}/file/{id:n}/**'], to: '/file/{id}' },
    { kind: 'folder', at: ['/folder/{id:n}/**', '/s/{}/folder/{id:n}/**'], to: '/folder/{id}' },
    { kind: 'note', at: '/notes/{id:n}', to: '/notes/{id}' },
  ],
  except: ['/folder/0'],
  host: 'app.box.com',
  title: '{title} | Powered by Box',
});
