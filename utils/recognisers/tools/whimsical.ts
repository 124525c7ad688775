import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'whimsical',
  hosts: ['whimsical.com'],
  items: [{ kind: 'board', at: ['/{id:code$}', '/{}/{id:code$}'], to: '/{id}' }],
  except: ['/{=blog|learn|templates|help|customers|careers|api}/{}'],
  title: ['{title} - Whimsical', '{title} | Whimsical'],
});
