import { expect, test } from 'vitest';
import { hostsOf } from './link-hosts';

function linking(...addresses: string[]): Element {
  const page = document.createElement('div');
  for (const address of addresses) {
    const link = document.createElement('a');
    link.setAttribute('href', address);
    page.append(link);
  }
  return page;
}

test('hosts are told once, in lower case, with their port and without who signs in', () => {
  const found = hostsOf(
    linking(
      ...[
        'https://Git.Example:8443/a',
        'http://ana:x@wiki.example/b',
        '//git.example:8443/c',
        '/d',
        '#e',
        '',
      ],
      'https://tracker.example/issues/1',
    ),
    'tracker.example',
  );
  expect(found).toEqual(['tracker.example', 'git.example:8443', 'wiki.example']);
});

test('what is no web address has no host', () => {
  const found = hostsOf(linking('mailto:ana@example.org', 'javascript:alert(1)', 'ftp://a.example/'), 'own');
  expect(found).toEqual(['own']);
});

test('no more than the first links are read, and no more hosts told than a message takes', () => {
  const many = linking(...Array.from({ length: 5_000 }, (_, place) => `https://h${place}.example/`));
  expect(hostsOf(many, 'own')).toHaveLength(200);
  const late = linking(...Array.from({ length: 1_000 }, () => '//x.example/'), 'https://late.example/');
  expect(hostsOf(late, 'own')).toEqual(['own', 'x.example']);
});
