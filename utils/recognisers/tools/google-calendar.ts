import { describeTool } from '../describe-tool';
import type { Page } from '../page';

/** `eid` is event and calendar in base 64. The title of the page is the calendar's. */
const tool = describeTool({
  product: 'google-calendar',
  hosts: ['calendar.google.com', 'www.google.com/calendar'],
  items: [
    {
      kind: 'event',
      at: [
        '/calendar/r/eventedit/{id:id}',
        '/calendar/{}/{}/r/eventedit/{id:id}',
        '/calendar/event?eid={id:id}',
        '/calendar/{}/{}/event?eid={id:id}',
        '/event?eid={id:id}',
      ],
      to: '/calendar/event?eid={id}',
    },
  ],
  host: 'calendar.google.com',
  hooks: { title: '#xTiIn, input[aria-label="Title"]' },
});

/** An event opened in the week has no address; what pops up names it. */
const popup = (page: Page): Element | undefined => page.one('#xDetDlg[data-eventid]');

export const recogniser: typeof tool = {
  ...tool,
  identify(page) {
    const id = page.attribute('#xDetDlg', 'data-eventid') ?? '';
    const named = tool.identify(page);
    if (named || !/^[\w-]{10,}$/.test(id)) return named;
    const host = 'calendar.google.com';
    return { kind: 'event', scope: '', nativeId: id, url: `https://${host}/calendar/event?eid=${id}`, host };
  },
  titles(page, identity) {
    const around = popup(page);
    const title = around && page.text('[role="heading"]', around);
    if (title === undefined) return tool.titles?.(page, identity) ?? [];
    const bound = page.attribute('#xDetDlg', 'data-eventid') === identity.nativeId;
    return [{ from: 'field hook', title, bound }];
  },
};
