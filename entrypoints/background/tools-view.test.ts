import { expect, it } from 'vitest';
import { isWithin } from './tools-view';

it.each([
  ['tool.example', 'https://tool.example/*', true],
  ['tool.example:8081', 'http://tool.example/*', true],
  ['sub.tool.example', 'https://tool.example/*', false],
  ['sub.tool.example', 'https://*.tool.example/*', true],
  ['tool.example', 'https://*.tool.example/*', true],
  ['eviltool.example', 'https://*.tool.example/*', false],
  ['tool.example', '*://*/*', true],
  ['tool.example', '<all_urls>', true],
])('%s within %s: %s', (host, origin, expected) => {
  expect(isWithin(host, origin)).toBe(expected);
});
