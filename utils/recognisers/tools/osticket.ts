import { describeTool } from '../describe-tool';

/** Agents' and customers' pages name a ticket by one id; the number that both show is another. */
export const recogniser = describeTool({
  product: 'osticket',
  hosts: ['*.supportsystem.com'],
  signs: [
    'meta[name="tip-namespace"]',
    'meta[name="keywords"][content^="osTicket"]',
    'script[src*="osticket"]',
  ],
  items: [
    { kind: 'ticket', at: '**/scp/tickets.php?id={id:n}', to: '/{base}/scp/tickets.php?id={id}' },
    {
      kind: 'task',
      at: '**/scp/tasks.php?id={id:n}',
      to: '/{base}/scp/tasks.php?id={id}',
      id: 'task/{id}',
    },
    { kind: 'ticket', at: '**/tickets.php?id={id:n}', to: '/{base}/tickets.php?id={id}' },
  ],
  except: ['**/scp/tickets.php?a=open'],
  hooks: { title: '.tixTitle, #ticketInfo h1 b', id: '#reply input[name="id"], #note input[name="id"]' },
});
