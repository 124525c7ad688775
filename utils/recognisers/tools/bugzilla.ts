import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'bugzilla',
  hosts: ['bugzilla.mozilla.org'],
  signs: ['meta[name="generator"][content^="Bugzilla"]', '#bugzilla-body', 'link[href$="search_plugin.cgi"]'],
  items: [
    {
      kind: 'bug',
      at: ['**/show_bug.cgi?id={id:n}', '/{id:n}'],
      to: '/{base}/show_bug.cgi?id={id}',
      label: '{id}',
    },
  ],
  title: ['Bug {id} – {title}', 'Bug {id} - {title}', '{id} – {title}', '{id} - {title}'],
  hooks: {
    title: '#short_desc_nonedit_display, #field-value-short_desc',
    id: '#changeform input[name="id"]',
    status: '#static_bug_status, #field-value-status-view',
    assignees: '#field-value-assigned_to .fn, #bz_assignee_edit_container .fn',
    requester: '#field-value-reporter .fn',
    priority: '#field-value-priority',
    project: '#product-name, #field_container_product',
  },
  row: '.bz_bugitem',
  cells: {
    title: '.bz_short_desc_column',
    project: '.bz_product_column',
  },
});
