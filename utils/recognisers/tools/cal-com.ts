import { describeTool } from '../describe-tool';

/** The title of the page says that it is scheduled. */
export const recogniser = describeTool({
  product: 'cal-com',
  hosts: ['app.cal.com', 'cal.com'],
  items: [{ kind: 'booking', at: '/{=booking|reschedule}/{id:id}/**', to: '/booking/{id}' }],
  host: 'app.cal.com',
  hooks: { title: '[data-testid="booking-title"]' },
});
