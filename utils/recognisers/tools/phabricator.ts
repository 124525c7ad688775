import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'phabricator',
  hosts: ['*.phacility.com', 'phabricator.wikimedia.org', 'we.phorge.it'],
  signs: ['#phabricator-standard-page', '#phabricator-standard-page-body'],
  items: [
    { kind: 'task', at: '/T{n:n}', to: '/T{n}', id: 'T{n}', label: 'T{n}' },
    { kind: 'revision', at: '/D{n:n}/**', to: '/D{n}', id: 'D{n}', label: 'D{n}' },
    { kind: 'commit', at: '/r{n:code}', to: '/r{n}', id: 'r{n}', label: 'r{n}' },
  ],
  title: '{id} {title}',
  hooks: {
    title: '.phui-header-header',
    id: '.phui-crumb-name',
    status: '.phui-header-subheader .phui-tag-core',
  },
  row: '.phui-oi',
});
