import { describeTool } from '../describe-tool';

const incident = (letter: string) => ({
  kind: 'incident',
  at: `/incidents/${letter}{n:id}/**`,
  to: `/incidents/${letter}{n}`,
  id: `${letter}{n}`,
});

export const recogniser = describeTool({
  product: 'pagerduty',
  hosts: ['*.pagerduty.com'],
  items: [incident('Q'), incident('P')],
  title: '[#{number}] {title} - PagerDuty',
  hooks: { project: '.pd-service-name__name a' },
});
