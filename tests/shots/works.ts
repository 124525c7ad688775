import { addDays, dayOf, type Day } from '@/utils/model/day';
import type { Clock } from '@/utils/model/clock';
import type { CreatedData } from '@/utils/model/event';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { Happening, Work } from '../bench/invented-work';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Place = { product: string; host: string; nativeId: string; label?: string; path: string };
/** A piece of work in a line: what it is, how many days ago it came, where from, and what happened to it. */
type Told = CreatedData & { daysAgo: number; from?: Place; since?: (at: Moment) => Happening[] };
type Moment = { today: Day; daysAgo(days: number): number; in(days: number): Day };

const TICKET: Place = {
  product: 'redmine',
  host: 'tracker.harbour.example',
  nativeId: '142',
  label: '#142',
  path: 'issues/142',
};
const MAIL: Place = {
  product: 'gmail',
  host: 'mail.google.com',
  nativeId: '19a5b0',
  path: 'mail/u/0/#all/19a5b0',
};
const CODE: Place = {
  product: 'github',
  host: 'github.com',
  nativeId: '2281',
  label: 'owner/api#2281',
  path: 'owner/api/pull/2281',
};
const BOARD: Place = {
  product: 'jira',
  host: 'acme.example',
  nativeId: 'ACME-142',
  label: 'ACME-142',
  path: 'browse/ACME-142',
};
const NOTES: Place = {
  product: 'google-docs',
  host: 'docs.google.com',
  nativeId: '1notes',
  path: 'document/d/1notes/edit',
};

const started = (at: number): Happening => ({ t: 'state', at, act: 'item.setState', d: { to: 'started' } });
const planned = (day: Day, rank: string, at: number): Happening => ({
  t: 'plan.set',
  at,
  act: 'item.plan',
  d: { day, rank },
});
const waits = (on: string, at: number, followUpDay: Day): Happening => ({
  ...{ t: 'wait.start', at, act: 'item.wait' },
  d: { waitId: 'wait', on, followUpDay },
});

/** A plausible day: seven open pieces of work from several tools, and one that is done. */
export const sevenWorks = (clock: Clock): Work[] =>
  worksOf(clock, (at) => [
    {
      ...{
        title: 'Login redirect loses the page',
        daysAgo: 5,
        from: TICKET,
        requester: 'Maria Keller',
        importance: 2,
      },
      ...{ dueDay: at.in(3), state: 'ready' },
      since: () => [started(at.daysAgo(2)), planned(at.today, 'a0', at.daysAgo(0))],
    },
    {
      ...{
        title: 'Reply to Legal about the data-processing annex',
        daysAgo: 4,
        from: MAIL,
        requester: 'Lena Okafor',
      },
      ...{ dueDay: at.in(-1), state: 'ready' },
      since: () => [planned(at.today, 'a1', at.daysAgo(0))],
    },
    {
      ...{ title: 'Review: retry queue with back-off', daysAgo: 7, from: CODE, state: 'ready' },
      since: () => [started(at.daysAgo(5)), planned(at.today, 'a2', at.daysAgo(0))],
    },
    { title: 'Renew the wildcard certificate', daysAgo: 9, importance: 3, dueDay: at.in(2), state: 'ready' },
    {
      ...{
        title: 'Ship the importer to pilot customers',
        daysAgo: 12,
        from: BOARD,
        importance: 3,
        state: 'ready',
      },
      since: () => [
        {
          t: 'block.start',
          at: at.daysAgo(1),
          act: 'item.block',
          d: { blockId: 'block', reason: 'access to the test system' },
        },
      ],
    },
    {
      ...{ title: 'Signed quote for 40 handhelds', daysAgo: 10, state: 'ready' },
      since: () => [waits('Tomás Rivera', at.daysAgo(9), at.in(-1))],
    },
    { title: 'Interview notes: dispatch team', daysAgo: 1, from: NOTES },
    {
      ...{ title: 'Draft the Q1 support rota', daysAgo: 3, state: 'ready' },
      since: () => [
        { t: 'state', at: at.daysAgo(0) - HOUR_MS / 60, act: 'item.setState', d: { to: 'done' } },
      ],
    },
  ]);

/** Titles that break layouts. */
export const oddWorks = (clock: Clock): Work[] =>
  worksOf(clock, (at) => [
    {
      ...{
        title: `${'A title that somebody wrote without ever stopping, '.repeat(6)}end`,
        daysAgo: 3,
        from: TICKET,
        state: 'ready',
      },
      requester: 'Karl-Theodor Maria Nikolaus Johann Jacob Philipp Franz',
      since: () => [started(at.daysAgo(2)), planned(at.today, 'a0', at.daysAgo(0))],
    },
    {
      ...{
        title: 'مراجعة عقد الصيانة قبل نهاية الشهر مع فريق المستودع في لايبزيغ',
        daysAgo: 2,
        from: MAIL,
        state: 'ready',
        dueDay: at.in(1),
      },
      since: () => [planned(at.today, 'a1', at.daysAgo(0))],
    },
    {
      title: 'לבדוק את ACME-142 לפני 12:30 (גרסה 2.0)',
      daysAgo: 2,
      from: BOARD,
      state: 'ready',
      importance: 2,
    },
    {
      title: '🚀🔥 Launch 👩‍👩‍👧‍👦 family plan 🇩🇪🇫🇷 now ✅',
      daysAgo: 2,
      from: CODE,
      state: 'ready',
      importance: 3,
    },
    {
      title: `https://files.example/${'averylongpathwithoutanybreak'.repeat(6)}`,
      daysAgo: 1,
      state: 'ready',
      importance: 1,
    },
    {
      title: '倉庫のラベルプリンターのバックアップ手順を確認してから次の担当者に引き継ぐ',
      daysAgo: 1,
      state: 'ready',
      dueDay: at.in(-12),
    },
    { title: 'x', daysAgo: 1, state: 'ready' },
    {
      ...{ title: 'Straße/Größe & <b>not bold</b> "quoted" {braces} $1', daysAgo: 3, state: 'ready' },
      since: () => [
        waits('The committee for the harmonisation of forms and signatures', at.daysAgo(2), at.in(4)),
      ],
    },
    { title: 'Ｆｕｌｌｗｉｄｔｈ and \u202Ereversed\u202C words', daysAgo: 1 },
  ]);

function worksOf(clock: Clock, tell: (at: Moment) => Told[]): Work[] {
  const now = clock.now();
  const today = dayOf(now, clock.zone());
  const at: Moment = {
    today,
    daysAgo: (days) => now - days * DAY_MS - HOUR_MS / 2,
    in: (days) => addDays(today, days),
  };
  return tell(at).map((told, number) => workOf(told, number, at));
}

function workOf({ daysAgo, from, since, ...data }: Told, number: number, at: Moment): Work {
  const begun = at.daysAgo(daysAgo) - number;
  const time = begun.toString(16).padStart(12, '0');
  // The form of a UUIDv7.
  const id =
    `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}` as ItemId;
  const created: Happening = { t: 'created', at: begun, act: from ? 'item.capture' : 'item.add', d: data };
  return { id, happenings: [created, ...(from ? [sourceOf(from, begun)] : []), ...(since?.(at) ?? [])] };
}

function sourceOf({ product, host, nativeId, label, path }: Place, at: number): Happening {
  const key = `${product}|${host}||${nativeId}` as SourceKey; // the form that recognisers give
  const source = {
    product,
    host,
    scope: '',
    nativeId,
    kind: 'item',
    key,
    ...(label !== undefined && { label }),
  };
  return { t: 'source.add', at, d: { source, url: `https://${host}/${path}`, status: 'In Progress' } };
}
