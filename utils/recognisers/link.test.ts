import { expect, test } from 'vitest';
import { recogniseLink } from './index';

const ISSUE = 'https://github.com/larkfield/pick-list/issues/42#issuecomment-1';

test('a link with a title becomes the item it leads to', () => {
  const draft = recogniseLink(ISSUE, ' Scanner forgets\n the last digit ');
  expect(draft).toMatchObject({
    title: 'Scanner forgets the last digit',
    page: 'item',
    url: 'https://github.com/larkfield/pick-list/issues/42',
  });
  expect([draft?.source.key, draft?.check]).toEqual(['github|github.com|larkfield/pick-list|42', undefined]);
});

test.each([
  '#42',
  'here',
  'Click here',
  'this ticket',
  ISSUE,
  'pick-list#42',
  'Ticket #42',
  '42',
  '',
  'undefined',
])('the link text %j is no title: the item’s name stands in', (text) => {
  const draft = recogniseLink(ISSUE, text);
  expect([draft?.title, draft?.check]).toEqual(['larkfield/pick-list#42', 'one-witness']);
});

test('a link to an unknown site is its address, without tracking', () => {
  const draft = recogniseLink(
    'https://plans.example/trips?utm_source=x#top',
    'Our plans for the trip to Leipzig',
  );
  expect([draft?.title, draft?.check, draft?.page, draft?.source.key]).toEqual([
    'Our plans for the trip to Leipzig',
    'one-witness',
    'other',
    'web|plans.example||/trips',
  ]);
});

test.each([
  ['java', 'script:alert(1)'].join(''),
  'data:text/html,x',
  'mailto:ana@larkfield.example',
  'nonsense',
])('%s is no capture', (href) => {
  expect(recogniseLink(href, 'A fine title for it')).toBeUndefined();
});

test('on a self-hosted tool’s page its own links are known', () => {
  const html =
    '<meta name="description" content="Redmine"><meta name="keywords" content="issue,bug,tracker">';
  const on = {
    document: new DOMParser().parseFromString(html, 'text/html'),
    url: 'https://ops.example/projects/a/issues',
  };
  expect(recogniseLink('/issues/3', 'Scanner drops a digit', on)?.source.key).toBe('redmine|ops.example||3');
  expect(
    recogniseLink('https://elsewhere.example/issues/3', 'Scanner drops a digit', on)?.source.product,
  ).toBe('web');
});
