import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'evernote',
  hosts: ['www.evernote.com', 'evernote.com'],
  host: 'www.evernote.com',
  items: [
    {
      kind: 'note',
      at: [
        '/client/web#?n={id:uuid}',
        '/client/web#/{=note|notes}/{id:uuid}/**',
        '/Home.action#?n={id:uuid}',
        '/shard/{}/nl/{}/{id:uuid}/**',
      ],
      to: '/client/web#?n={id}',
      case: 'lower',
    },
  ],
  title: ['{title} | Evernote Web', '{title} - Evernote'],
  hooks: { project: '#qa-NOTE_PARENT_NOTEBOOK_BTN' },
});
