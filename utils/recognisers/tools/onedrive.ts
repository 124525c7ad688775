import { describeTool } from '../describe-tool';

/** `id` and `resid` are drive and number: "ABC!123". */
export const recogniser = describeTool({
  product: 'onedrive',
  hosts: ['onedrive.live.com'],
  items: [
    {
      kind: 'file',
      at: ['/?id={id:id}!{file:id}', '/{}?resid={id:id}!{file:id}', '/{}?id={id:id}!{file:id}'],
      id: '{id}!{file}',
      to: '/?id={id}!{file}',
      case: 'upper',
    },
    {
      kind: 'file',
      at: '**/_layouts/15/Doc.aspx?sourcedoc={{id:uuid}}',
      scope: '',
      to: '/{base}/_layouts/15/Doc.aspx?sourcedoc=%7B{id}%7D',
      case: 'lower',
    },
  ],
  title: ['{title} - OneDrive', '{title}'],
});
