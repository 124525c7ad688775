import { describeTool } from '../describe-tool';

/** A number alone is many records: the model, or since 17.2 the action, is part of the identity. */
export const recogniser = describeTool({
  product: 'odoo',
  hosts: ['*.odoo.com'],
  signs: ['body.o_web_client', 'script[id="web.layout.odooscript"]'],
  items: [
    {
      kind: 'record',
      at: '/web#?id={id:n}&model={model}',
      to: '/web#id={id}&model={model}&view_type=form',
      scope: '{model}',
    },
    { kind: 'record', at: '/odoo/{app}/{id:n}', to: '/odoo/{app}/{id}', scope: '{app}' },
    {
      kind: 'record',
      at: '/odoo/{path...}/{app}/{id:n}',
      to: '/odoo/{path}/{app}/{id}',
      scope: '{app}',
    },
  ],
  title: ['Odoo - {title}', '{title} - Odoo', '{title}'],
  lists: ['Odoo - {title}', '{title} - Odoo'],
  hooks: { title: '.o_last_breadcrumb_item' },
});
