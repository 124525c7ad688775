import { describeTool } from '../describe-tool';

/** A booking's page title ends with whom it is with; the page of all meetings has its own. */
export const recogniser = describeTool({
  product: 'calendly',
  hosts: ['calendly.com'],
  items: [
    {
      kind: 'event',
      at: [
        '/app/scheduled_events/user/me?uuid={id:uuid}',
        '/app/scheduled_events/{id:uuid}',
        '/{=events|scheduled_events}/{id:uuid}/**',
      ],
      to: '/app/scheduled_events/user/me?uuid={id}',
      case: 'lower',
    },
    {
      kind: 'booking',
      at: ['/{=invitees|cancellations|reschedulings}/{id:uuid}', '/{}/{}/invitees/{id:uuid}'],
      to: '/reschedulings/{id}',
      case: 'lower',
    },
  ],
  title: '{title} - {} - Calendly',
});
