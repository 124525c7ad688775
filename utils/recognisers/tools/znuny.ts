import { describeTool } from '../describe-tool';

const HEADING = '.TicketZoom h1, #ticketDetails h1';

const tool = describeTool({
  product: 'znuny',
  signs: ['#AppWrapper #ToolBar', '#AppWrapper #HeaderToolBar'],
  items: [
    {
      kind: 'ticket',
      at: '**/index.pl?Action=AgentTicketZoom;TicketID={id:n}',
      to: '/{base}/index.pl?Action=AgentTicketZoom;TicketID={id}',
    },
  ],
  lists: ['{title} - Ticket - {}'],
  hooks: { title: HEADING, id: 'input[name="TicketID"]' },
});

/** Its heading puts the number before the title: "Ticket#2026112310000015 — Title". The page's title has the number alone. */
export const recogniser: typeof tool = {
  ...tool,
  titles: (page, identity) =>
    (tool.titles?.(page, identity) ?? []).map((witness) => ({
      ...witness,
      title: witness.title.replace(/^\S+ — /, ''),
    })),
};
