import { describeTool } from '../describe-tool';

/** An item's number is its project's. */
export const recogniser = describeTool({
  product: 'rollbar',
  hosts: ['app.rollbar.com', 'rollbar.com'],
  host: 'app.rollbar.com',
  items: [
    {
      kind: 'item',
      at: ['/a/{org}/fix/item/{project}/{id:n}/**', '/{org}/{project}/items/{id:n}/**'],
      to: '/a/{org}/fix/item/{project}/{id}',
      scope: '{org}/{project}',
      label: '#{id}',
    },
  ],
  title: ['#{id} {title} - {} - Rollbar', '#{id} {title}'],
});
