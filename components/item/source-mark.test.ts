import { beforeEach, expect, test } from 'vitest';
import { tellToolNames, toolName } from './source-mark';
import { ODD_NAMES } from './tool-names';

beforeEach(() => tellToolNames(ODD_NAMES));

test.each([
  ['jira', 'acme.example', 'Jira'],
  ['github', 'github.com', 'GitHub'],
  ['google-docs', 'docs.google.com', 'Google Docs'],
  ['web', 'news.example:8080', 'news.example'],
])('the tool %s at %s is called %s', (product, host, name) => {
  expect(toolName(product, host)).toBe(name);
});

test('before the odd names were told, a tool is called by its product’s words', () => {
  tellToolNames({});
  expect(toolName('azure-devops', 'dev.azure.com')).toBe('Azure Devops');
});
