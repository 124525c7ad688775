import { describeTool } from '../describe-tool';

/** One key opens the same file as a design, a prototype or a board; a branch has its own. */
export const recogniser = describeTool({
  product: 'figma',
  hosts: ['www.figma.com', 'figma.com'],
  host: 'www.figma.com',
  items: [
    {
      kind: 'file',
      at: [
        '/{=design|file}/{}/branch/{id:code}/**',
        '/{=design|file|proto|board|slides|deck|site|make|buzz}/{id:code}/**',
      ],
      to: '/file/{id}',
    },
  ],
  title: ['{title} – Figma', '{title} – FigJam', '{title} – Figma Slides'],
  hooks: {
    title: '[data-testid="filename"], [aria-label="File name"]',
    project: '[data-testid="folder-name-link"]',
  },
});
