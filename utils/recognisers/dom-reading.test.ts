import { expect, test } from 'vitest';
import { linkOf } from './dom-reading';

const at = (href: string) => {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  return linkOf(link, { url: new URL('https://desk.larkfield.example/#ticket/zoom/12') })?.href;
};

test('a fragment alone leads somewhere only where the tool routes by it', () => {
  expect(at('#ticket/zoom/13')).toBe('https://desk.larkfield.example/#ticket/zoom/13');
  expect(at('#top')).toBeUndefined();
  expect(at('#')).toBeUndefined();
});
