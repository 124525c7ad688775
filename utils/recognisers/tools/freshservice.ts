import { describeTool } from '../describe-tool';

const form = (kind: string) => ({
  kind,
  at: [`/a/${kind}s/{id:n}/**`, `/helpdesk/${kind}s/{id:n}/**`, `/itil/${kind}s/{id:n}/**`],
  to: `/a/${kind}s/{id}`,
  id: kind === 'ticket' ? '{id}' : `${kind}s/{id}`,
});

export const recogniser = describeTool({
  product: 'freshservice',
  hosts: ['*.freshservice.com'],
  items: [
    ...['ticket', 'problem', 'change', 'release'].map(form),
    { kind: 'ticket', at: '/support/tickets/{id:n}', to: '/support/tickets/{id}' },
  ],
  title: '[#{}] {title} : {}',
  hooks: { title: '[data-test-id="subject-text"], .summary-content .subject-text' },
});
