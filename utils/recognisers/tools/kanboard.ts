import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'kanboard',
  signs: [
    '#task-summary',
    'link[href$="assets/img/touch-icon-ipad-retina.png"]',
    'body[data-js-lang][data-timezone]',
  ],
  items: [
    {
      kind: 'task',
      at: [
        '**/project/{}/task/{id:n}/**',
        '**/task/{id:n}/**',
        '**/index.php?controller={=TaskViewController|task}&task_id={id:n}',
        '/{base...}?controller={=TaskViewController|task}&task_id={id:n}',
        '/?controller={=TaskViewController|task}&task_id={id:n}',
      ],
      to: '/{base}/?controller=TaskViewController&action=show&task_id={id}',
      label: '#{id}',
    },
  ],
  title: '{}, #{id} - {title}',
  hooks: { title: '#task-summary h2', labels: '.task-tags li' },
  row: '.table-list-row',
});
