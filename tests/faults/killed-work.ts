import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { Account, together, type Outcome } from './account';
import { recoveryOf, send, stored } from './asking';
import type { Case, Rig } from './case';
import { halt, killThere } from './killed-worker';
import { RigBrowser } from './rig-browser';

/** Takes the database away under a worker that does not run. */
export async function loseDatabase(browser: RigBrowser, page: Page): Promise<void> {
  await browser.killWorker();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('throughline');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('not deleted'));
      }),
  );
  await browser.killWorker();
}

/** The worker, then the browser, is killed when a restore is built and not yet in its place; then it is done again. */
async function killRestore({ build }: Rig, run: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const page = await browser.desk();
    await account.capture(page, 0, 60);
    await send(page, 'snapshot.make', {});
    await account.capture(page, 100, 20);
    await loseDatabase(browser, page);
    const { state, snapshots } = await recoveryOf(page);
    account.expect(state === 'recovery', `${state} after the database was taken away`);
    await halt(browser, page, 'restore-built');
    const restoring = send(page, 'recovery.restore', { from: snapshots[0]?.name ?? 'journal' }).catch(
      () => undefined, // the browser may be gone before the answer
    );
    if (run % 2 === 0) account.expect(await killThere(browser, page), 'the restore was never built');
    else await page.evaluate(() => (globalThis as unknown as { reached: Promise<void> }).reached);
    if (run % 2 === 1) {
      await browser.kill();
      await browser.start();
    }
    // Sent again by the surface, it may be at work in the next worker already.
    await restoring;
    return await account.settle(browser);
  } finally {
    await browser.close();
  }
}

type Dump = {
  version: number;
  stores: Record<
    string,
    {
      keyPath: string | string[];
      indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
      rows: { id?: string }[];
    }
  >;
};

const DUMP = resolve(import.meta.dirname, '../support/inventory-v1.json');

/**
 * Lays a database of version 1 under the extension, as if no newer one had ever been there; `isEmpty`: its tables alone.
 * The page that laid it may hold it open, deaf to the word that it should make way.
 */
export async function layOld(
  browser: RigBrowser,
  { isHeld = false, isEmpty = false } = {},
): Promise<{ dump: Dump; page: Page }> {
  // Frozen, and read by the tests of the upgrade in the same form.
  const dump = JSON.parse(readFileSync(DUMP, 'utf8')) as Dump;
  if (isEmpty) for (const store of Object.values(dump.stores)) store.rows = [];
  const page = await browser.silentPage();
  // A surface that watches would wake the worker again, and that opens the database.
  for (const other of browser.context.pages()) if (other !== page) await other.close();
  for (let tries = 0; tries < 10; tries += 1) {
    await page.evaluate(() => (globalThis as unknown as Local).chrome.storage.local.clear());
    // Clearing may have woken it: what it makes is taken away again.
    await browser.killWorker();
    if (await lay(page, dump, isHeld)) return { dump, page };
  }
  throw new Error('the worker makes a new database again and again');
}

type Local = {
  chrome: { storage: { local: { clear(): Promise<void>; get(keys: null): Promise<object> } } };
};

/** Makes the old database; false where the worker was quicker and made a new one. */
const lay = (page: Page, dump: Dump, isHeld: boolean): Promise<boolean> =>
  page.evaluate(
    async ([{ version, stores }, isKept]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('not laid'));
        });
      await done(indexedDB.deleteDatabase('throughline'));
      const opening = indexedDB.open('throughline', version);
      let isMade = false;
      opening.onupgradeneeded = () => {
        isMade = true;
        for (const [name, { keyPath, indexes, rows }] of Object.entries(stores)) {
          const made = opening.result.createObjectStore(name, { keyPath });
          for (const index of indexes) made.createIndex(index.name, index.keyPath, index);
          for (const row of rows) made.put(row);
        }
      };
      const db = await done(opening).catch(() => undefined); // a newer version is there
      const { local } = (globalThis as unknown as Local).chrome.storage;
      const isAlone = isMade && Object.keys(await local.get(null)).length === 0;
      if (isAlone && isKept) Object.assign(globalThis, { db });
      else db?.close();
      return isAlone;
    },
    [dump, isHeld] as const,
  );

function oldAccount(account: Account, { stores }: Dump, now: Awaited<ReturnType<typeof stored>>): Outcome {
  const ids = new Set(now.events);
  const events = stores['events']?.rows ?? [];
  const items = stores['items']?.rows ?? [];
  const missing = events.filter(({ id = '' }) => !ids.has(id)).length;
  account.expect(missing === 0, `${missing} of ${events.length} events are gone`);
  account.expect(now.items.length >= items.length, `${now.items.length} of ${items.length} items`);
  const { lost, notes } = account.compare(now);
  const acknowledged = account.acknowledged + events.length;
  return { acknowledged, found: acknowledged - missing, lost, notes };
}

/** An old inventory is upgraded, and the browser is killed at once when that begins; five moments. */
async function killUpgrade({ build }: Rig): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const moment of [0, 15, 40, 90, 200]) {
    const browser = await RigBrowser.open({ build });
    try {
      const account = new Account();
      const { dump } = await layOld(browser);
      const page = await browser.desk();
      const woken = send(page, 'snapshot.make', {}).catch(() => undefined); // it dies with the browser
      await page.waitForTimeout(moment);
      await browser.kill();
      await woken;
      await browser.start();
      const desk = await browser.desk();
      await account.bringBack(desk);
      await account.capture(desk, 5_000, 2);
      outcomes.push(oldAccount(account, dump, await stored(desk)));
    } finally {
      await browser.close();
    }
  }
  return together(outcomes);
}

/** Another page holds the old version open and does not make way: captures are kept meanwhile, and all of it is there when it goes. */
async function blockUpgrade({ build }: Rig): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const { dump, page: holder } = await layOld(browser, { isHeld: true });
    const page = await browser.desk();
    let { state } = await recoveryOf(page);
    for (let tries = 0; tries < 60 && state !== 'blocked'; tries += 1) {
      await page.waitForTimeout(200);
      ({ state } = await recoveryOf(page));
    }
    account.expect(state === 'blocked', `${state} while another page holds the old version`);
    const kept = await account.capture(page, 7_000, 3);
    account.notes.push(`told: ${state}; ${kept} of 3 kept meanwhile`);
    await holder.close();
    for (let tries = 0; tries < 60 && state !== 'ready'; tries += 1) {
      await page.waitForTimeout(200);
      ({ state } = await recoveryOf(page));
    }
    account.expect(state === 'ready', `${state} after it went`);
    return oldAccount(account, dump, await stored(page));
  } finally {
    await browser.close();
  }
}

export const RESTORE_KILL: Case = {
  name: 'restore-kill',
  what: 'worker or browser killed when a restore is built and not yet in its place',
  runs: 2,
  run: killRestore,
};
export const UPGRADE_KILL: Case = {
  name: 'upgrade-kill',
  what: 'browser killed at five moments of an upgrade from version 1',
  runs: 1,
  run: killUpgrade,
};
export const UPGRADE_BLOCKED: Case = {
  name: 'upgrade-blocked',
  what: 'another page holds the old version open and ignores that it should go',
  runs: 1,
  run: blockUpgrade,
};
