import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'help-scout',
  hosts: ['secure.helpscout.net'],
  items: [
    {
      kind: 'conversation',
      at: '/{=conversation|conversations}/{id:n}/{number:n}/**',
      to: '/conversation/{id}/{number}',
      label: '#{number}',
    },
    { kind: 'conversation', at: '/{=conversation|conversations}/{id:n}', to: '/conversation/{id}' },
  ],
  title: ['#{id} {title} - {}', '{title} - {}'],
  hooks: {
    title: '[aria-label="Conversation Subject"], #subjectLine, [data-cy="EditableTextarea"]',
    labels: '[data-cy="Tag"]',
  },
});
