import { describeTool } from '../describe-tool';

/** A shared file opens for others only with its `rlkey`. */
export const recogniser = describeTool({
  product: 'dropbox',
  hosts: ['www.dropbox.com', 'dropbox.com'],
  items: [
    {
      kind: 'file',
      at: '/scl/{place=fi|fo}/{id:id}/{name}?rlkey={key}',
      to: '/scl/{place}/{id}/{name}?rlkey={key}',
    },
    { kind: 'file', at: '/scl/{place=fi|fo}/{id:id}/{name}', to: '/scl/{place}/{id}/{name}' },
    { kind: 'file', at: '/{place=s|sh}/{id:id}/{name}', to: '/{place}/{id}/{name}' },
    {
      kind: 'file',
      at: '/home/{folder...}?preview={id}',
      scope: '{folder}',
      to: '/home/{folder}?preview={id}',
    },
    { kind: 'file', at: '/home?preview={id}', to: '/home?preview={id}' },
  ],
  host: 'www.dropbox.com',
  title: ['Dropbox - {title} - Simplify your life', '{title} - Dropbox'],
});
