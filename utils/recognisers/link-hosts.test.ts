import { expect, test } from 'vitest';
import { hostsOf } from './link-hosts';

const links = (...addresses: string[]) => addresses.map((address) => ({ getAttribute: () => address }));

test('hosts are told once, in lower case, with their port and without who signs in', () => {
  const found = hostsOf(
    links(
      'https://Git.Example:8443/a',
      'http://ana:x@wiki.example/b',
      '//git.example:8443/c',
      '/d',
      '#e',
      '',
    ),
    'tracker.example',
  );
  expect(found).toEqual(['tracker.example', 'git.example:8443', 'wiki.example']);
});

test('what is no web address has no host', () => {
  expect(hostsOf(links('mailto:ana@example.org', 'javascript:alert(1)', 'ftp://a.example/'), 'own')).toEqual([
    'own',
  ]);
});

test('no more than the first links are looked at, and no more hosts told than a message takes', () => {
  const many = links(...Array.from({ length: 5_000 }, (_, place) => `https://h${place}.example/`));
  expect(hostsOf(many, 'own')).toHaveLength(200);
  const late = links(...Array.from({ length: 2_000 }, () => '/x'), 'https://late.example/');
  expect(hostsOf(late, 'own')).toEqual(['own']);
});
