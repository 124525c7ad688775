import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'shortcut',
  hosts: ['app.shortcut.com', 'app.clubhouse.io'],
  host: 'app.shortcut.com',
  items: [
    {
      kind: 'story',
      at: '/{org}/story/{id:n}/**',
      to: '/{org}/story/{id}',
      scope: '{org}',
      label: 'sc-{id}',
    },
    { kind: 'epic', at: '/{org}/epic/{id:n}/**', to: '/{org}/epic/{id}', scope: '{org}', label: 'sc-{id}' },
  ],
  title: '{title} | {}',
  lists: ['{title} | {}'],
  hooks: {
    title: 'h2.story-name',
    id: '.story-id input',
    project: '.story-epic .value',
  },
});
