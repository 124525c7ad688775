import type { InventoryCommandName } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import { addDays, dayOf } from '@/utils/model/day';
import type { EventData } from '@/utils/model/event';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { Importance, State } from '@/utils/model/item';

/** One thing that happened to an item; `act` on the first event of a command. */
export type Happening = {
  [T in keyof EventData]: { t: T; d: EventData[T]; at: number; act?: InventoryCommandName };
}[keyof EventData];

const DAY_MS = 86_400_000;

const WHAT = [
  'Renew',
  'Review',
  'Answer',
  'Draft',
  'Check',
  'Ship',
  'Plan',
  'Repair',
  'Compare',
  'Collect',
  'Agree on',
  'Test',
];
const OF = [
  'the wildcard certificate',
  'the quote for 40 handhelds',
  'the data-processing agreement',
  'the retry queue',
  'the Q1 support rota',
  'the importer for pilot customers',
  'the budget of the warehouse roll-out',
  'the login after the session expires',
  'the backup of the label printers',
  'the interview notes',
  'the delivery slots for Leipzig',
  'the wording of the price change',
];
const FOR = [
  'before the audit',
  'with Legal',
  'for the Leipzig site',
  'after the release',
  'with the vendor',
  'for new colleagues',
  'in the staging system',
  'once more',
];
const PEOPLE = ['Maria Lindqvist', 'Tomás Rivera', 'Priya Nair', 'Jonas Weber', 'Aiko Mori', 'Lena Okafor'];
const TOOLS = [
  {
    product: 'jira',
    host: 'acme.example',
    kind: 'issue',
    label: (n: number) => `ACME-${n}`,
    path: (n: number) => `browse/ACME-${n}`,
  },
  {
    product: 'github',
    host: 'github.com',
    kind: 'issue',
    label: (n: number) => `owner/api#${n}`,
    path: (n: number) => `owner/api/issues/${n}`,
  },
  {
    product: 'redmine',
    host: 'tracker.example',
    kind: 'issue',
    label: (n: number) => `#${n}`,
    path: (n: number) => `issues/${n}`,
  },
  {
    product: 'gmail',
    host: 'mail.google.com',
    kind: 'thread',
    label: () => undefined,
    path: (n: number) => `mail/u/0/#all/FMfcgz${n}`,
  },
  {
    product: 'google-docs',
    host: 'docs.google.com',
    kind: 'document',
    label: () => undefined,
    path: (n: number) => `document/d/1invented${n}/edit`,
  },
];

/** A pseudo-random fraction for an item's number and a subject: the same in every run (mulberry32). */
function chance(number: number, subject: number): number {
  let mixed = (number * 0x9e3779b1 + subject * 0x85ebca6b + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const oneOf = <T>(choices: readonly T[], number: number, subject: number): T =>
  choices[Math.floor(chance(number, subject) * choices.length)]!; // a fraction of the length is below it

/** A piece of work and everything that happened to it, in order. */
export type Work = { id: ItemId; happenings: Happening[] };

/** Made-up work: mostly done or next, some waiting, a few started. The same count on the same day is the same work. */
export function* inventedWork(count: number, clock: Clock): Generator<Work> {
  // Asked once: a system takes 0.1 ms to tell its zone.
  const [now, zone] = [clock.now(), clock.zone()];
  for (let number = 0; number < count; number += 1) yield invented(number, count, now, zone);
}

function invented(number: number, count: number, now: number, zone: string): Work {
  const begun = now - DAY_MS * (1 + Math.floor(chance(number, 1) * 400)) - number;
  const id = `${begun
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const today = dayOf(now, zone);
  const due =
    chance(number, 3) < 0.2 ? { dueDay: addDays(today, Math.floor(chance(number, 4) * 60) - 5) } : {};
  const asked = chance(number, 5) < 0.3 ? { requester: oneOf(PEOPLE, number, 6) } : {};
  const importance = Math.floor(chance(number, 7) * 4) as Importance; // 0 to 3
  const title = `${oneOf(WHAT, number, 8)} ${oneOf(OF, number, 9)} ${oneOf(FOR, number, 10)}`;
  const created: Happening = {
    ...{ t: 'created', at: begun, act: 'item.capture' },
    d: { title, state: stateAtFirst(number), importance, ...due, ...asked },
  };
  const source: Happening = { t: 'source.add', at: begun, d: sourceOf(number) };
  // The form of a UUIDv7, which the brand stands for.
  return { id: id as ItemId, happenings: [created, source, ...later(number, count, begun, now, today)] };
}

const stateAtFirst = (number: number): State => (number % 100 === 99 ? 'triage' : 'ready');

function sourceOf(number: number): EventData['source.add'] {
  const tool = oneOf(TOOLS, number, 11);
  const { product, host, kind } = tool;
  const key = `${product}|${host}||${number}` as SourceKey; // the form that recognisers give
  const label = tool.label(number);
  const named = label === undefined ? {} : { label };
  return {
    source: { product, host, scope: '', nativeId: String(number), kind, key, ...named },
    url: `https://${host}/${tool.path(number)}`,
    status: 'Open',
  };
}

/** What happened to it afterwards. The first of them fill Today and Started whatever the count. */
function later(
  number: number,
  count: number,
  begun: number,
  now: number,
  today: ReturnType<typeof dayOf>,
): Happening[] {
  const at = begun + 60_000;
  if (number < 4) return [{ t: 'plan.set', at, act: 'item.plan', d: { day: today, rank: `a${number}` } }];
  if (number < 7)
    return [{ t: 'state', at: now - DAY_MS * (number - 3), act: 'item.setState', d: { to: 'started' } }];
  const share = count <= 10 ? 1 : chance(number, 12);
  if (share < 0.55) {
    return [
      { t: 'state', at, act: 'item.setState', d: { to: 'started' } },
      {
        t: 'state',
        at: Math.round(at + (now - at) * chance(number, 13)),
        act: 'item.setState',
        d: { to: 'done' },
      },
    ];
  }
  if (share < 0.57) {
    const wait = {
      waitId: `w${number}`,
      on: oneOf(PEOPLE, number, 14),
      followUpDay: addDays(today, (number % 9) - 2),
    };
    return [{ t: 'wait.start', at, act: 'item.wait', d: wait }];
  }
  if (share < 0.575)
    return [
      {
        t: 'block.start',
        at,
        act: 'item.block',
        d: { blockId: `b${number}`, reason: 'access to the test system' },
      },
    ];
  if (share < 0.58)
    return [
      {
        t: 'set',
        at,
        act: 'item.snooze',
        d: { field: 'startAfterDay', to: addDays(today, 1 + (number % 20)) },
      },
    ];
  return [];
}
