import { describeTool } from '../describe-tool';

/** The title of the page is the plan's. */
export const recogniser = describeTool({
  product: 'microsoft-planner',
  hosts: ['planner.cloud.microsoft', 'tasks.office.com', 'tasks.office365.com'],
  items: [
    {
      kind: 'task',
      at: '/webui/{view...}/task/{id:id}',
      to: 'https://planner.cloud.microsoft/webui/{view}/task/{id}',
    },
    {
      kind: 'task',
      at: [
        '/{tenant}/Home/Task/{id:id}',
        '/{tenant}/Home/Planner#/plantaskboard?taskId={id:id}',
        '/{tenant}/{}/Home/Planner#/plantaskboard?taskId={id:id}',
      ],
      to: 'https://tasks.office.com/{tenant}/Home/Task/{id}',
    },
  ],
  host: 'planner.cloud.microsoft',
});
