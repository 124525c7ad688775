import type { Page } from '@playwright/test';
import type { Failpoint } from '@/storage/inventory/failpoints';
import type { CommandName } from '@/utils/messaging/commands';
import { ticket } from '../support/inventory';
import { Account, together, type Outcome } from './account';
import { freshId, send, stored } from './asking';
import { numbers, type Case, type Rig } from './case';
import { capturedRows, openList } from './list-page';
import { RigBrowser } from './rig-browser';

const POINTS = ['received', 'journalled', 'in-transaction', 'committed', 'acknowledged'] as const;

type Rigged = { __throughlineFail?: Partial<Record<Failpoint, () => unknown>> };

/** Says on a channel that the point was reached, and goes no further: the worker is then killed where it stands. */
export async function halt(browser: RigBrowser, page: Page, point: Failpoint): Promise<void> {
  await page.evaluate(() => {
    const channel = new BroadcastChannel('fault');
    const reached = new Promise<void>((resolve) => {
      channel.onmessage = () => resolve();
    });
    Object.assign(globalThis, { reached });
  });
  const worker = await browser.worker();
  await worker.evaluate((at) => {
    const channel = new BroadcastChannel('fault');
    let isFirst = true;
    (globalThis as Rigged).__throughlineFail = {
      [at]: () => {
        if (!isFirst) return;
        isFirst = false;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument
        channel.postMessage(at);
        const end = performance.now() + 20_000;
        while (performance.now() < end);
      },
    };
  }, point);
}

/** Waits until the point is reached; kills the worker there. False when it was never reached. */
export async function killThere(browser: RigBrowser, page: Page): Promise<boolean> {
  const isReached = await page.evaluate(() => {
    const { reached } = globalThis as unknown as { reached: Promise<void> };
    const late = new Promise<false>((done) => setTimeout(() => done(false), 15_000));
    return Promise.race([reached.then(() => true), late]);
  });
  await browser.killWorker();
  return isReached;
}

type Deed = { name: CommandName; payload(page: Page): Promise<unknown>; title?: string };

/** What is done while the worker dies; each after three items were captured. */
const deeds = (first: string): Record<string, Deed> => ({
  capture: {
    name: 'item.capture',
    payload: async () => ({ draft: ticket(900) }),
    title: ticket(900).title,
  },
  add: { name: 'item.add', payload: async () => ({ title: 'Typed by hand' }), title: 'Typed by hand' },
  state: { name: 'item.setState', payload: async () => ({ id: first, state: 'started' }) },
  undo: { name: 'undo', payload: async () => ({}) },
});

async function killAt(browser: RigBrowser, what: string, point: Failpoint): Promise<Outcome> {
  const account = new Account();
  const page = await browser.desk();
  const at = browser.context.pages().length * 100 + Math.floor(performance.now());
  await account.capture(page, at, 3);
  const { items } = await stored(page);
  const list = what === 'many' ? await openList(browser, at, 30) : undefined;
  const deed = deeds(items[0]?.id ?? '')[what];
  const id = freshId();
  await halt(browser, page, point);
  const sent = list
    ? send(page, 'page.captureRows', list.payload, id)
    : send(page, deed?.name ?? 'undo', await deed?.payload(page), id);
  account.expect(await killThere(browser, page), `${what}: ${point} was never reached`);
  const reply = await sent;
  account.expect(reply.ok, `${what} at ${point}: ${reply.ok ? '' : reply.code}`);
  account.note(id, reply, what, what === 'undo' ? undefined : deed?.title);
  if (list) await list.page.close();
  const now = await stored(page);
  if (list) account.expect(capturedRows(now, at) === 30, `${what}: ${capturedRows(now, at)} of 30 rows`);
  if (what === 'state')
    account.expect(now.items.find((each) => each.id === items[0]?.id)?.state === 'started', 'state lost');
  // One undo took one of the three away again.
  const isUndone = what === 'undo' && now.items.length === items.length - 1;
  if (what === 'undo') account.expect(isUndone, `undo: ${items.length} became ${now.items.length}`);
  const outcome = what === 'undo' ? account.compareLog(now) : account.compare(now);
  await page.close();
  return outcome;
}

export const WHAT = ['capture', 'add', 'state', 'undo', 'many'] as const;

/** Kills at each given point of each given command, each in a browser of its own per command. */
export async function killAtPoints(
  { build }: Rig,
  what: readonly string[],
  points: readonly Failpoint[],
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const each of what)
    for (const point of points) {
      const browser = await RigBrowser.open({ build });
      try {
        outcomes.push(await killAt(browser, each, point));
      } finally {
        await browser.close();
      }
    }
  return together(outcomes);
}

/** Captures in eights; somewhere in the middle of two thirds of them the worker is killed. */
export async function killAtRandom({ build }: Rig, seed: number, count: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const page = await browser.desk();
    const next = numbers(seed);
    let kills = 0;
    for (let number = 0; number < count; number += 8) {
      const sent = Array.from({ length: 8 }, (_, at) => {
        const draft = ticket(number + at);
        return account.send(page, 'item.capture', { draft }, draft.title);
      });
      await Promise.race(sent.slice(next() % 8));
      if (next() % 3 > 0) {
        await browser.killWorker();
        kills += 1;
      }
      await Promise.all(sent);
    }
    account.expect(account.acknowledged === count, `only ${account.acknowledged} of ${count} acknowledged`);
    account.notes.push(`${kills} kills`);
    return await account.settle(browser, page);
  } finally {
    await browser.close();
  }
}

export const FAILPOINTS: Case = {
  name: 'failpoints',
  what: 'worker killed at each of five points of capture, add, state, undo and a list of rows',
  runs: 1,
  run: (rig) => killAtPoints(rig, WHAT, POINTS),
};

export const RANDOM_KILLS: Case = {
  name: 'random-kills',
  what: 'worker killed at random under 200 captures',
  runs: 3,
  run: (rig, run) => killAtRandom(rig, 20_261_123 + run, 200),
};
