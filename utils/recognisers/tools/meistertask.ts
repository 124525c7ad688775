import { describeTool } from '../describe-tool';
import type { Page } from '../page';

const tool = describeTool({
  product: 'meistertask',
  hosts: ['www.meistertask.com', 'meistertask.com'],
  host: 'www.meistertask.com',
  items: [{ kind: 'task', at: '/app/task/{id:id}/**', to: '/app/task/{id}' }],
  title: ['{title} - {} - MeisterTask', '{title} - MeisterTask'],
  lists: ['{title} - MeisterTask'],
});

/** What the page says for integrations: JSON in an attribute; here one of its texts. */
function said(page: Page, name: RegExp): string | undefined {
  const text = name.exec(page.attribute('#mt-toggl-data', 'data-toggl-json') ?? '')?.[1];
  return text === undefined ? undefined : String(JSON.parse(text));
}

export const recogniser = {
  ...tool,
  titles(page: Page) {
    const title = said(page, /"taskName":("(?:[^"\\]|\\.)*")/);
    return title ? [{ from: 'field hook', title }] : [];
  },
  fields: { project: (page: Page) => said(page, /"projectName":("(?:[^"\\]|\\.)*")/) },
};
