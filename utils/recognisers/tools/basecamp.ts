import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'basecamp',
  hosts: ['3.basecamp.com', 'app.basecamp.com'],
  host: '3.basecamp.com',
  items: [
    {
      kind: 'task',
      at: '/{acct:n}/buckets/{b:n}/todos/{id:n}/**',
      to: '/{acct}/buckets/{b}/todos/{id}',
      scope: '{acct}',
    },
    {
      kind: 'card',
      at: '/{acct:n}/buckets/{b:n}/card_tables/cards/{id:n}/**',
      to: '/{acct}/buckets/{b}/card_tables/cards/{id}',
      scope: '{acct}',
    },
    {
      kind: 'page',
      at: '/{acct:n}/buckets/{b:n}/{what=messages|documents|uploads|questions|schedule_entries}/{id:n}/**',
      to: '/{acct}/buckets/{b}/{what}/{id}',
      scope: '{acct}',
    },
  ],
  title: '{title}',
  hooks: {
    title: '.todo__title, header.todo__header h1',
    project: 'meta[name="current-page-subtitle"] @content',
  },
  row: '.todo',
  cells: { title: '.checkbox__content a' },
});
