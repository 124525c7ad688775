import { describeTool } from '../describe-tool';

/** `eid` is event and calendar in base 64. The title of the page is the calendar's. */
export const recogniser = describeTool({
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
