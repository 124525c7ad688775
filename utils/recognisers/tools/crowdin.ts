import { describeTool } from '../describe-tool';

/** A string of the editor, which the fragment names, and tasks. The titles are the file's and the project's. */
export const recogniser = describeTool({
  product: 'crowdin',
  hosts: ['crowdin.com', '*.crowdin.com'],
  items: [
    {
      kind: 'string',
      at: ['/editor/{project}/{file}/{pair}#{id:n}', '/translate/{project}/{file}/{pair}#{id:n}'],
      to: '/editor/{project}/{file}/{pair}#{id}',
      scope: '{project}',
    },
    {
      kind: 'task',
      at: '/project/{project}/tasks/{id:n}',
      to: '/project/{project}/tasks/{id}',
      scope: '{project}/tasks',
      label: '#{id}',
    },
    {
      kind: 'task',
      at: '/u/projects/{project:n}/tasks/{id:n}',
      to: '/u/projects/{project}/tasks/{id}',
      scope: '{project}/tasks',
      label: '#{id}',
    },
  ],
});
