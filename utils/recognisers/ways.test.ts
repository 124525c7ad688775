import { expect, test } from 'vitest';
import { recognise } from './index';

const read = (url: string, html: string, selection?: string) =>
  recognise(new DOMParser().parseFromString(html, 'text/html'), url, { selection, isSettled: true });

const GITHUB = 'https://github.com/larkfield/pick-list/issues/7';
const TITLE = '<title>Crates · Issue #7 · larkfield/pick-list</title>';

test('a GitHub issue’s number in the database is another key of it', () => {
  const tag = '<meta name="hovercard-subject-tag" content="issue:4711">';
  expect(read(GITHUB, TITLE + tag).aliases).toEqual(['github|github.com||issue:4711']);
  expect(read(GITHUB, TITLE + tag.replace('issue:4711', 'repository:1')).aliases).toBeUndefined();
});

test('a page that is not surely the item’s lends it no other key', () => {
  const html = '<title>Yard</title><meta name="hovercard-subject-tag" content="issue:4711"><h1>Crates</h1>';
  const draft = read(GITHUB, html);
  expect([draft.check !== undefined, draft.aliases]).toEqual([true, undefined]);
});

test('a Jira issue’s number in the database is another key of it, that of its own card alone', () => {
  const url = 'https://yard.atlassian.net/browse/ACME-7';
  const html = '<title>[ACME-7] Crates - Jira</title>';
  expect(read(url, `${html}<meta name="ajs-issue-id" content="10007">`).aliases).toEqual([
    'jira|yard.atlassian.net||id:10007',
  ]);
  const card = (key: string, id: string) => `<div data-issue-key="${key}" data-issue-id="${id}"></div>`;
  expect(read(url, html + card('ACME-8', '10008') + card('ACME-7', '10007')).aliases).toEqual([
    'jira|yard.atlassian.net||id:10007',
  ]);
});

test('Google’s documents and mails open in the account that they were seen in', () => {
  const doc = 'https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789/edit';
  const bar =
    '<a href="https://accounts.google.com/SignOutOptions?x" aria-label="Google-Konto: Maya (maya@yard.example)"></a>';
  expect(read(doc, `<title>Plan - Google Docs</title>${bar}`).ways).toEqual([
    { by: 'account', url: `${doc}?authuser=maya%40yard.example` },
  ]);
  const mail = read(
    'https://mail.google.com/mail/u/1/#inbox/FMfcgzGtxKRvPqWbZnLmTdSs',
    '<title>Crates - maya@yard.example - Gmail</title><h2 data-legacy-thread-id="18c0ffee18c0ffee">Crates</h2>',
  );
  expect(mail.ways).toEqual([
    { by: 'account', url: 'https://mail.google.com/mail/?authuser=maya%40yard.example#all/18c0ffee18c0ffee' },
  ]);
});

test('a selection adds the way to its words, behind the tool’s own', () => {
  expect(read(GITHUB, TITLE, 'late crates').ways).toEqual([
    { by: 'text', url: `${GITHUB}#:~:text=late%20crates` },
  ]);
});
