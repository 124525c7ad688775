import { describeTool } from '../describe-tool';

/** Entities are counted in their database. */
export const recogniser = describeTool({
  product: 'fibery',
  hosts: ['*.fibery.io'],
  items: [
    {
      kind: 'entity',
      at: '/{space}/{db}/{id:n$}/**',
      to: '/{space}/{db}/{id}',
      scope: '{space}/{db}',
      label: '#{id}',
    },
  ],
  except: ['/{=api|fibery|@public}/**'],
  title: '{title} | {}',
  hooks: {
    title: '.extension-entity-view-header-spot @data-entity-title',
  },
});
