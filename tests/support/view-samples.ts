import type { Day } from '@/utils/model/day';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { DraftGist, ItemRow, ListPart, ListRow, PageView, Quick } from '@/utils/model/row';

// Literals of the right form.
const TODAY = '2026-11-23' as Day;
export const idOf = (number: number) => `01926d3a-0000-7000-8000-00000000000${number}` as ItemId;

/** A row with a made-up identity; `changes` says what the test is about. */
export const rowOf = (number: number, changes: Partial<ItemRow> = {}): ItemRow => ({
  id: idOf(number),
  title: `Work ${number}`,
  state: 'ready',
  list: 'next',
  importance: 0,
  score: 0,
  source: { product: 'jira', host: 'acme.example', label: `ACME-${number}`, url: 'https://acme.example' },
  sourceCount: 1,
  isBlocked: false,
  isPinned: false,
  order: number,
  ...changes,
});

const gist: DraftGist = {
  title: 'Login redirects',
  url: 'https://acme.example/browse/ACME-1',
  page: 'item',
  product: 'jira',
  host: 'acme.example',
  kind: 'issue',
  key: 'jira|acme.example||ACME-1' as SourceKey,
  label: 'ACME-1',
};

export const itemPage = (item: ItemRow) =>
  ({ kind: 'item', item, draft: gist, seenAt: 0, also: [] }) satisfies PageView;

export const draftPage = (changes: Partial<DraftGist> = {}) =>
  ({ kind: 'draft', draft: { ...gist, ...changes }, named: [] }) satisfies PageView;

export const quickOf = (started: ItemRow[], undo?: Quick['undo']): Quick => ({
  day: TODAY,
  started,
  todayLimit: 6,
  counts: {
    ...{ today: 0, next: 0, waiting: 0, triage: 0, snoozed: 0, done: 0, trash: 0, merged: 0 },
    ...{ started: started.length, doneToday: 0, chase: 0, drift: 0 },
  },
  undo,
});

/** A row of a page's list, new unless `changes` says otherwise. */
export const listRowOf = (number: number, changes: Partial<ListRow> = {}): ListRow => ({
  // The form that recognisers give.
  key: `jira|acme.example||ACME-${number}` as SourceKey,
  title: `Ticket ${number}`,
  label: `ACME-${number}`,
  status: 'New',
  state: 'new',
  isFresh: false,
  ...changes,
});

export const listPage = (rows: ListRow[], changes: Partial<ListPart> = {}) =>
  ({
    kind: 'list',
    draft: { ...gist, title: 'My issues', page: 'list' },
    list: { rows, gone: [], isKept: false, isPartial: false, ...changes },
  }) satisfies PageView;
