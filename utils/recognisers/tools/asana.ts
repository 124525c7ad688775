import { describeTool } from '../describe-tool';

/** The id is the task's alone: the same task stands under many projects, and addresses changed their form in 2025. */
export const recogniser = describeTool({
  product: 'asana',
  hosts: ['app.asana.com'],
  items: [
    {
      kind: 'task',
      at: [
        '/1/{}/project/{}/task/{id:n}/**',
        '/1/{}/{}/{}/task/{id:n}/**',
        '/1/{}/{}/task/{id:n}/**',
        '/1/{}/task/{id:n}/**',
        '/1/{}/inbox/{}/item/{id:n}/**',
        '/0/{=search|inbox}/{}/{id:n}/**',
        '/0/{}/{id:n}/**',
      ],
      to: '/0/0/{id}',
    },
  ],
  except: ['/0/{=home|inbox|search|portfolio|goals|reporting}/{}'],
  title: ['{title} - {} - Asana', '{title} - Asana'],
  lists: ['{title} - Asana'],
  hooks: { title: '[aria-label="Task Name"]', project: '.TaskProjectTokenPill-name' },
});
