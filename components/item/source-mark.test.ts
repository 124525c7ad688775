import { expect, test } from 'vitest';
import { toolName } from './source-mark';

test.each([
  ['jira', 'acme.example', 'Jira'],
  ['github', 'github.com', 'GitHub'],
  ['google-docs', 'docs.google.com', 'Google Docs'],
  ['web', 'news.example:8080', 'news.example'],
])('the tool %s at %s is called %s', (product, host, name) => {
  expect(toolName(product, host)).toBe(name);
});
