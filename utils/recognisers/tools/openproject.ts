import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'openproject',
  hosts: ['*.openproject.com', '*.openproject.org'],
  signs: ['op-wp-full-view', 'op-wp-split-view', 'openproject-base', 'meta[name="app_base_path"]'],
  items: [
    {
      kind: 'work package',
      at: [
        '**/projects/{}/{}/{}/details/{id:n}/**',
        '**/projects/{}/{}/details/{id:n}/**',
        '**/{=work_packages|notifications}/details/{id:n}/**',
        '**/projects/{}/work_packages/{id:n}/**',
        '**/work_packages/{id:n}/**',
        '**/wp/{id:n}',
      ],
      to: '/{base}/work_packages/{id}',
      label: '#{id}',
    },
  ],
  title: ['{}: {title} (#{id}) | {}', '{title} (#{id}) | {}'],
  hooks: {
    status: '[data-field-name="status"]',
    assignees: '[data-field-name="assignee"] .op-principal--name',
    dueDay: '[data-field-name="dueDate"]',
    priority: '[data-field-name="priority"]',
    project: 'meta[name="current_project"] @data-project-name',
  },
  row: '[data-work-package-id]',
  cells: {
    title: '.subject',
    assignees: '.assignee .op-principal--name',
    dueDay: '.dueDate',
  },
});
