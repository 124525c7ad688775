import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'rally',
  hosts: ['rally1.rallydev.com'],
  items: [
    {
      kind: 'artifact',
      at: [
        '/#/{}/detail/{type=userstory|defect|task|testcase}/{id:n}/**',
        '/#/detail/{type=userstory|defect|task|testcase}/{id:n}/**',
      ],
      to: '/#/detail/{type}/{id}',
    },
  ],
  title: '{}: {title}',
});
