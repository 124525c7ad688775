import { describeTool } from '../describe-tool';

/** The id is the same wherever the page is shown, also where it is published. A peek is the page, not what lies below. */
export const recogniser = describeTool({
  product: 'notion',
  hosts: ['www.notion.so', 'notion.so', 'app.notion.com', '*.notion.site'],
  host: 'www.notion.so',
  items: [
    {
      kind: 'page',
      at: ['**?p={id:hex}', '/{id:hex$}', '/{}/{id:hex$}', '/{}/{}/{id:hex$}'],
      to: '/{id}',
      scope: '',
      case: 'lower',
    },
  ],
  title: '{title}',
  hooks: { title: '.notion-peek-renderer h1' },
});
