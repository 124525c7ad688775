import { assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressToOpen } from './address-to-open';

const NEVER = [
  'javascript:alert(1)',
  ' JaVa\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://tool.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://tool.example/0193',
  'file:///etc/passwd',
  'chrome://settings',
  'chrome-extension://abc/desk.html',
  'moz-extension://abc/desk.html',
  'about:config',
  'view-source:https://tool.example',
  'vbscript:msgbox(1)',
  'filesystem:https://tool.example/temporary/a',
  'ms-msdt:/id',
  'intent://scan#Intent;end',
  'ftp://tool.example/',
  'ws://tool.example/',
  '//tool.example/a',
  '/a',
  'tool.example',
  '',
  'https://',
  'https://bank.example@evil.example/',
  'https://ana:secret@tool.example/',
  'https:ana@evil.example',
];

describe('what may be opened', () => {
  it.each(NEVER)('never %j', (text) => {
    expect(addressToOpen(text)).toBeUndefined();
  });

  it.each([
    ['https://tool.example/a?b=c#d', 'https://tool.example/a?b=c#d'],
    ['http://localhost:8081/issues/3', 'http://localhost:8081/issues/3'],
    ['mailto:ana@tool.example', 'mailto:ana@tool.example'],
    // Look-alike letters are shown as what the network asks for.
    ['https://\u0430pple.example/', 'https://xn--pple-43d.example/'],
  ])('%s, as %s', (text, opened) => {
    expect(addressToOpen(text)).toBe(opened);
  });

  it('whatever the text, only the three schemes', () => {
    const blanks = constantFrom('', ' ', '\t', '\n', '\u0000', '\u00A0', '\u200B');
    const scheme = constantFrom(
      'javascript',
      'JAVASCRIPT',
      'data',
      'https',
      'http',
      'mailto',
      'blob',
      'file',
    );
    assert(
      property(tuple(blanks, scheme, blanks, constantFrom(':', '::', ':/', '://'), string()), (parts) => {
        expect(addressToOpen(parts.join('')) ?? 'mailto:').toMatch(/^(?:https?:\/\/|mailto:)/);
      }),
    );
  });
});
