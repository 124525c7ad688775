import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { SourceMark, toolName } from './source-mark';

it('names an unknown tool by its host, without the port', () => {
  expect(toolName('web', 'tool.example:8080')).toBe('tool.example');
});

it('shows a host with letters of another alphabet as the network asks for it, and marks it', () => {
  // The first letter of the first host is the Cyrillic one that looks like ours.
  const { host } = new URL('https://\u0430pple.example/');
  expect(toolName('web', host)).toBe('⚠ xn--pple-43d.example');
  expect(toolName('web', `login.${host}`)).toBe('login.⚠ xn--pple-43d.example');
  expect(toolName('web', '\u0430pple.example')).toBe('⚠ \u0430pple.example');
  render(<SourceMark product="web" host={host} />);
  expect(screen.getByRole('img', { name: '⚠ xn--pple-43d.example' })).toBeDefined();
});
