import { describeTool } from '../describe-tool';

/** Ids are the same on every company's host. "0" is all files; what was shared opens by its link. */
export const recogniser = describeTool({
  product: 'box',
  hosts: ['*.box.com'],
  items: [
    { kind: 'file', at: '/s/{share}/file/{id:n}/**', to: '/s/{share}/file/{id}' },
    { kind: 'folder', at: '/s/{share}/folder/{id:n}/**', to: '/s/{share}/folder/{id}' },
    { kind: 'file', at: '/file/{id:n}/**', to: '/file/{id}' },
    { kind: 'folder', at: '/folder/{id:n}/**', to: '/folder/{id}' },
    { kind: 'note', at: '/notes/{id:n}', to: '/notes/{id}' },
  ],
  except: ['/folder/0'],
  host: 'app.box.com',
  title: '{title} | Powered by Box',
});
