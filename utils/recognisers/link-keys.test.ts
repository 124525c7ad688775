import { expect, test } from 'vitest';
import { createLinkKeys } from './link-keys';

const REDMINE = '<html><body class="controller-issues action-index"><p></p></body></html>';
const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const to = (address: string) => new URL(address);

test('a tool that its host tells needs no page: every form of an address has the one key', () => {
  const keys = createLinkKeys(pageOf('<p></p>'), 'https://notes.example/today');
  expect(keys.keyOf(to('https://github.com/acme/app/issues/12#issuecomment-1'))).toBe(
    'github|github.com|acme/app|12',
  );
  expect(keys.own).toBe('web|notes.example||/today');
});

test('links of a self-hosted tool are read with the page they stand on', () => {
  const keys = createLinkKeys(pageOf(REDMINE), 'https://tickets.example/issues');
  expect(keys.keyOf(to('https://tickets.example/issues/7'))).toBe('redmine|tickets.example||7');
  expect(keys.own).toBeUndefined();
});

test('on another page they are told by the tool that is known to be on their host, else they are ordinary pages', () => {
  const link = to('https://tickets.example/issues/7');
  const page = pageOf('<p></p>');
  const told = createLinkKeys(page, 'https://mail.example/', { 'tickets.example': 'redmine' });
  expect(told.keyOf(link)).toBe('redmine|tickets.example||7');
  expect(createLinkKeys(page, 'https://mail.example/').keyOf(link)).toBe('web|tickets.example||/issues/7');
});

test('what is no web address leads to no item', () => {
  const keys = createLinkKeys(pageOf('<p></p>'), 'https://notes.example/');
  expect(keys.keyOf(to('mailto:ana@example.org'))).toBeUndefined();
  expect(keys.keyOf(to('ftp://files.example/a'))).toBeUndefined();
});
