import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'canva',
  hosts: ['www.canva.com'],
  items: [
    {
      kind: 'design',
      at: [
        '/design/DA{id:id}',
        '/design/DA{id:id}/{=view|edit|watch}',
        '/design/DA{id:id}/{}/{=view|edit|watch}',
      ],
      to: '/design/DA{id}/view',
      id: 'DA{id}',
    },
  ],
  title: '{title} - Canva',
});
