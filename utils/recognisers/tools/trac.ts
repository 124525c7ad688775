import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'trac',
  hosts: ['trac.edgewall.org', 'trac-hacks.org', '*.trac.wordpress.org'],
  signs: ['#tracpowered', '#trac-ticket-title', 'link[rel="help"][href$="/wiki/TracGuide"]'],
  items: [{ kind: 'ticket', at: '**/ticket/{id:n}', to: '/{base}/ticket/{id}', label: '#{id}' }],
  title: '#{id} ({title}) – {}',
  hooks: {
    title: '#trac-ticket-title .summary',
    id: '#ticket .trac-id',
    status: '.trac-status',
    assignees: 'td[headers="h_owner"]',
    requester: 'td[headers="h_reporter"]',
    priority: 'td[headers="h_priority"]',
    labels: '.trac-type, td[headers="h_component"]',
    project: 'td[headers="h_milestone"]',
  },
  row: 'tr',
  cells: {
    title: '.summary',
    labels: '.type, .component',
  },
});
