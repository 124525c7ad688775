import { describeTool } from '../describe-tool';

/** The same task stands under its project, under days and under tags. */
export const recogniser = describeTool({
  product: 'ticktick',
  hosts: ['ticktick.com', 'dida365.com'],
  items: [{ kind: 'task', at: '/webapp/#{}/{}/tasks/{id:id}', to: '/webapp/#q/all/tasks/{id}' }],
  hooks: { title: '#task-detail-view .task-title', project: '#task-detail-view .project-setting input' },
});
