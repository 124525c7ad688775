import { describeTool } from '../describe-tool';
import { attributeOf, ownTextOf, textOf } from '../dom-reading';
import type { Page } from '../page';

const tool = describeTool({
  product: 'outlook',
  hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com'],
  items: [
    {
      kind: 'event',
      at: [
        '/calendar/item/{id:text}/**',
        '/calendar/{}/item/{id:text}/**',
        '/calendar/deeplink/read/{id:text}',
        '/calendar/{}/deeplink/read/{id:text}',
        '/owa?itemid={id:text}&path=/calendar/item',
        '/owa?ItemID={id:text}&path=/calendar/item',
      ],
      to: '/calendar/item/{id}',
    },
    {
      kind: 'message',
      at: [
        '/mail/id/{id:text}/**',
        '/mail/{folder...}/id/{id:text}/**',
        '/mail/deeplink/{=read|readconv}/{id:text}',
        '/mail/{}/deeplink/{=read|readconv}/{id:text}',
        '/mail/deeplink?ItemID={id:text}',
        '/owa?ItemID={id:text}',
        '/owa?itemid={id:text}',
      ],
      to: '/mail/id/{id}',
    },
  ],
});

/** The office's hosts are names of one and share their ids; outlook.live.com has its own people. */
const hostOf = ({ url }: Page): { host?: string } =>
  url.host === 'outlook.live.com' ? {} : { host: 'outlook.office.com' };

/** The subject, in its pane or alone; a button may stand beside it, so its `title` is better. */
const HEADING =
  '[aria-label="Reading Pane"] [role="heading"], [role="main"] [role="heading"][title], [role="tabpanel"] [role="heading"][title]';
const ROW = '[role="option"][data-convid]';
const idOf = (row: Element): string => encodeURIComponent(attributeOf(row, 'data-convid') ?? '');

export const recogniser: typeof tool = {
  ...tool,
  identify(page) {
    const found = tool.identify(page);
    return found && { ...found, ...hostOf(page) };
  },
  // The list's row of this mail names it: where it has the words of the heading, they are this mail's.
  titles(page, identity) {
    const title = page.attribute(HEADING, 'title') ?? page.text(HEADING);
    const says = (row: Element) => page.all('span', row).some((span) => ownTextOf(span) === title);
    const bound = page.all(ROW).some((row) => idOf(row) === identity.nativeId && says(row));
    return title === undefined ? [] : [{ from: 'field hook', title, bound }];
  },
  // The sender's span has the mail address as its title; the subject is the next one that has none.
  rows: (page) =>
    page.all(ROW, undefined, 200).flatMap((row) => {
      const spans = page.all('span', row);
      const from = spans.findIndex((span) => attributeOf(span, 'title')?.includes('@'));
      const texts = spans.slice(from + 1).filter((span) => !attributeOf(span, 'title'));
      const title = texts.map(ownTextOf).find((text) => text !== undefined);
      const sender = spans[from];
      if (title === undefined || !sender) return [];
      const nativeId = idOf(row);
      const url = `${page.url.origin}/mail/id/${nativeId}`;
      return [
        {
          identity: { kind: 'message', scope: '', nativeId, url, ...hostOf(page) },
          title,
          requester: textOf(sender),
        },
      ];
    }),
};
