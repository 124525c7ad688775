import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'gerrit',
  hosts: ['*.googlesource.com', '*.gerrithub.io', 'gerrit.wikimedia.org', 'review.opendev.org'],
  signs: ['gr-app'],
  items: [
    {
      kind: 'change',
      at: '**/c/{project...}/+/{id:n}/**',
      to: '/{base}/c/{project}/+/{id}',
      label: '{id}',
    },
    {
      kind: 'change',
      at: ['**/c/{id:n}/**', '**#/c/{id:n}/**', '/{id:n}'],
      to: '/{base}/c/{id}',
      label: '{id}',
    },
  ],
  title: '{title} ({id}) · Gerrit Code Review',
  hooks: { title: '.headerSubject' },
  deep: true,
});
