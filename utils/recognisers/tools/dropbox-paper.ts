import { describeTool } from '../describe-tool';

/** The document's id is the end of "Title--access-id"; titles and access change. */
export const recogniser = describeTool({
  product: 'dropbox-paper',
  hosts: ['paper.dropbox.com'],
  items: [{ kind: 'document', at: '/doc/{id:id$}', to: '/doc/{id}' }],
  except: ['/doc/new'],
  title: '{title} – Dropbox Paper',
});
