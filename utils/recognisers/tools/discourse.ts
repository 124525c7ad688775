import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'discourse',
  hosts: ['meta.discourse.org'],
  signs: ['meta[name="generator"][content^="Discourse"]', '#data-discourse-setup'],
  items: [{ kind: 'topic', at: ['**/t/{id:n}/**', '**/t/{}/{id:n}/**'], to: '/{base}/t/{id}' }],
  title: ['{title} - {} - {}', '{title} - {}'],
  hooks: {
    title: '#topic-title .fancy-title',
    id: '#topic-title [data-topic-id] @data-topic-id',
    labels: '#topic-title .discourse-tag',
    project: '#topic-title .badge-category__name',
  },
  row: '.topic-list-item',
  cells: { title: '.title', labels: '.discourse-tag', project: '.badge-category__name' },
});
