import type { Page } from '@playwright/test';
import { systemClock } from '@/utils/model/clock';
import type { Day } from '@/utils/model/day';
import type { SourceKey } from '@/utils/model/ids';
import type { ItemRow, ListPart, ListRow, PageView, Teaching } from '@/utils/model/row';
import { USUAL_SETTINGS, type Settings } from '@/utils/model/settings';
import type { ViewValues } from '@/utils/messaging/views';
import { aCard, anOverview, aRow } from '../support/fake-wire';

const EARLIER = systemClock.now() - 2 * 3_600_000;

// Literals of the right form.
const key = (text: string) => text as SourceKey;
const day = (text: string) => text as Day;

const JIRA = { product: 'jira', host: 'acme.example' };
const draft = {
  ...JIRA,
  title: 'Issues assigned to me',
  url: 'https://acme.example/issues',
  page: 'list' as const,
  kind: 'list',
  key: key('jira|acme.example||list'),
};
const at = (number: number) => ({
  ...JIRA,
  label: `ACME-${number}`,
  url: `https://acme.example/browse/ACME-${number}`,
});

const LONG = `${'A title that somebody wrote without ever stopping, '.repeat(6)}end`;
const TITLES = [
  'Login redirect loses the page',
  LONG,
  'مراجعة عقد الصيانة قبل نهاية الشهر مع فريق المستودع',
  '🚀 Launch the family plan now ✅',
  'Invoice address of the Hamburg office',
  'Renew the wildcard certificate',
];

function listRow(number: number): ListRow {
  const state = number < 5 ? 'new' : number === 5 ? 'changed' : 'known';
  const item = aRow({ title: TITLES[number % TITLES.length] ?? '', state: number % 2 ? 'started' : 'ready' });
  return {
    key: key(`jira|acme.example||ACME-${number}`),
    title: TITLES[number % TITLES.length] ?? '',
    label: `ACME-${number + 100}`,
    status: ['New', 'In Progress', 'Feedback'][number % 3] ?? '',
    ...(number % 2 === 0 && { assignees: ['Maria Keller'] }),
    ...(number === 4 && { dueDay: day('2026-11-24') }),
    state,
    isFresh: number === 1 || number === 3,
    ...(state !== 'new' && { item }),
  };
}

const listOf = (count: number, given: Partial<ListPart> = {}): ListPart => ({
  rows: Array.from({ length: count }, (_, number) => listRow(number)),
  gone: [],
  isKept: false,
  isPartial: false,
  ...given,
});

const kept = listOf(12, {
  isKept: true,
  sinceDay: day('2026-11-18'),
  gone: [
    {
      key: key('gone-1'),
      title: 'Old ticket that is still open here',
      item: aRow({ title: 'Old', state: 'started' }),
    },
    { key: key('gone-2'), title: 'Never captured' },
  ],
});

const over = { ...JIRA, status: 'closed', over: true, sinceDay: day('2026-11-20') };
const drifting: ItemRow[] = [
  aRow({ title: TITLES[0]!, state: 'started', list: 'today', source: at(142), drift: over, ageDays: 3 }),
  aRow({
    title: LONG,
    list: 'done',
    state: 'done',
    source: at(99),
    finished: { day: day('2026-11-23'), at: EARLIER },
    drift: { ...over, over: false, status: 'In Progress' },
  }),
];
const rows = [
  ...drifting,
  aRow({ title: 'Write the minutes' }),
  aRow({ title: 'Call Ana', list: 'waiting' }),
];
const overview = anOverview(rows);
const full = { ...overview, counts: { ...overview.counts, drift: 2 } };
const calm = anOverview(rows.slice(2));

const gist = { ...draft, ...at(142), page: 'item' as const, kind: 'issue', title: TITLES[0]! };
const item = aRow({ title: TITLES[0]!, state: 'started', source: at(142), list: 'today', ageDays: 3 });
const itemPage: PageView = {
  kind: 'item',
  item,
  draft: { ...gist, status: 'In Progress' },
  seenAt: EARLIER,
  also: [],
};
const ask: PageView = {
  kind: 'draft',
  draft: {
    ...gist,
    title: 'Send the signed quote to Tomás by Friday',
    dueDay: day('2026-11-27'),
    quote: 'Could you please send the signed quote to Tomás by Friday, so that he can order?',
    sourceTitle: 'Re: Quote for 40 handhelds',
  },
  named: [aRow({ title: 'Signed quote for 40 handhelds', source: at(12) })],
  alike: [aRow({ title: 'Send quote to Tomás', state: 'started' }), aRow({ title: LONG })],
  asks: [aRow({ title: 'Order the handhelds', state: 'done' }), aRow({ title: TITLES[2]!, state: 'triage' })],
};

const lesson = {
  ...{ id: 'jira|acme.example|issue|dueDay', product: 'jira', host: 'acme.example', kind: 'issue' },
  ...{ field: 'dueDay' as const, example: '27 Nov 2026' },
  locators: [
    { by: 'label' as const, text: 'Due date:' },
    { by: 'attribute' as const, name: 'data-field' as const, value: 'due_date' },
    { by: 'attribute' as const, name: 'data-testid' as const, value: 'issue.views.due' },
    { by: 'heading' as const, text: 'Details', place: 1 },
    { by: 'role' as const, role: 'combobox', name: 'Status', place: 0 },
  ],
};
const teaching = (phase: Teaching['phase']): Teaching => ({
  field: 'dueDay',
  phase,
  ...(phase === 'found' && { lesson }),
});

const source = {
  ...{ ...at(142), scope: '', nativeId: '142', kind: 'issue', key: key('a'), status: 'In Progress' },
  ...{ firstSeenAt: 0, lastSeenAt: EARLIER },
};
const card = aCard(item, {
  sources: [
    { ...source, ways: [{ by: 'account', url: 'https://acme.example' }], way: 'account' },
    {
      ...{ ...source, key: key('b'), product: 'gmail', host: 'mail.google.com', status: undefined },
      ...{ label: undefined, title: 'Re: Quote for 40 handhelds', way: undefined },
      quote: 'Could you please send the signed quote to Tomás by Friday, so that he can order?',
      ways: [
        { by: 'search' as const, url: 'https://mail.google.com' },
        { by: 'text' as const, url: 'https://mail.google.com' },
      ],
    },
  ],
});

/** What a surface is told, as the background would, and what is pressed then; by the picture's name. */
export type Told = { views: Partial<ViewValues>; press?: string[]; click?: string };
export const TOLD: Record<string, Told> = {
  list: { views: { overview: calm, page: { kind: 'list', draft, list: kept } } },
  'list-open': {
    views: { overview: calm, page: { kind: 'list', draft, list: kept } },
    press: ['l', 'j', 'j'],
  },
  'list-partial': {
    views: { overview: calm, page: { kind: 'list', draft, list: listOf(40, { isPartial: true }) } },
    press: ['l', 'End'],
  },
  'list-gone': {
    views: { overview: calm, page: { kind: 'list', draft, list: kept } },
    click: '.gone-rows button',
  },
  'list-beside': { views: { overview: calm, page: { ...itemPage, list: kept } } },
  drift: { views: { overview: full, page: { ...itemPage, drift: { product: 'jira', status: 'Closed' } } } },
  'drift-again': {
    views: { overview: full, page: { ...itemPage, item: { ...drifting[1]!, title: TITLES[0]! } } },
  },
  ask: { views: { overview: calm, page: ask } },
  alike: { views: { overview: calm, page: { ...itemPage, alike: [aRow({ title: 'Login redirect' })] } } },
  teach: { views: { overview: calm, page: itemPage }, click: '.teach-offer button' },
  'teach-pointing': { views: { overview: calm, page: itemPage, teaching: teaching('pointing') } },
  'teach-found': { views: { overview: calm, page: itemPage, teaching: teaching('found') } },
  'teach-nothing': { views: { overview: calm, page: itemPage, teaching: teaching('nothing') } },
  card: { views: { overview: full, page: itemPage, item: card }, press: ['Enter'] },
};

/** Puts our own answers in the place of the background's, before the page's own scripts run. */
export async function tellViews(
  page: Page,
  views: Partial<ViewValues>,
  settings: Partial<Settings>,
): Promise<void> {
  const told = { ...views, settings: { ...USUAL_SETTINGS, ...settings } };
  await page.addInitScript((values: Record<string, unknown>) => {
    type Asked = { watch: number; name: string } | { unwatch: number };
    type Runtime = { connect: unknown; sendMessage: unknown };
    const { browser } = globalThis as unknown as { browser: { runtime: Runtime } };
    const connect = () => {
      const takers: ((message: unknown) => void)[] = [];
      return {
        postMessage(asked: Asked) {
          if (!('watch' in asked) || !(asked.name in values)) return;
          const message = { watch: asked.watch, value: values[asked.name] };
          queueMicrotask(() => takers.forEach((take) => take(message)));
        },
        onMessage: { addListener: (take: (message: unknown) => void) => takers.push(take) },
        onDisconnect: { addListener: () => undefined },
      };
    };
    const sendMessage = async () => ({ ok: true, value: { outcome: 'done' } });
    Object.assign(browser.runtime, { connect, sendMessage });
  }, told);
}
