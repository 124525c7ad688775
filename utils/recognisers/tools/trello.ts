import { describeTool } from '../describe-tool';

/** Short links know upper from lower case. */
export const recogniser = describeTool({
  product: 'trello',
  hosts: ['trello.com'],
  items: [{ kind: 'card', at: '/c/{id:id}/**', to: '/c/{id}' }],
  title: '{title} on {} | Trello',
  lists: ['{title} | Trello'],
  hooks: {
    title: '[data-testid="card-back-title-input"]',
    project: '[data-testid="board-name-display"]',
  },
  row: '[data-testid="trello-card"]',
});
