import { describeTool } from '../describe-tool';

/** An item keeps its id when it moves to another board. */
export const recogniser = describeTool({
  product: 'monday',
  hosts: ['*.monday.com'],
  items: [
    {
      kind: 'item',
      at: ['/boards/{board:n}/pulses/{id:n}/**', '/boards/{board:n}/views/{}/pulses/{id:n}/**'],
      to: '/boards/{board}/pulses/{id}',
    },
  ],
  hooks: {
    title: '[data-testid="editable-heading"] h2, .pulse_title [data-testid="heading"] h2',
    project: '.board-name h1, .open-pulse-in-board-link',
  },
});
