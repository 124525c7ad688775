import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'pipefy',
  hosts: ['app.pipefy.com'],
  items: [
    {
      kind: 'card',
      at: ['/open-cards/{id:n}/**', '/pipes/{}#cards/{id:n}/**'],
      to: '/open-cards/{id}',
    },
  ],
  hooks: { title: '[data-testid="open-card-title-wrapper"] button' },
});
