import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'miro',
  hosts: ['miro.com', 'www.miro.com'],
  host: 'miro.com',
  items: [
    {
      kind: 'board',
      at: ['/app/board/{id:text}/**', '/app/live-embed/{id:text}/**'],
      to: '/app/board/{id}/',
    },
  ],
  title: '{title} - Miro',
  hooks: { title: '[data-testid="board-title__container"] span' },
});
