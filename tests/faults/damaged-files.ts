import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Account, together, type Outcome } from './account';
import { send } from './asking';
import type { Case, Rig } from './case';
import { RigBrowser } from './rig-browser';

/** The folder of LevelDB below the profile's databases: there is one, as only the extension has any. */
function levelDb(browser: RigBrowser): string {
  const name = readdirSync(browser.databaseFolder).find((each) => each.endsWith('.indexeddb.leveldb'));
  if (!name) throw new Error('there is no database folder');
  return join(browser.databaseFolder, name);
}

const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

function garble(path: string): void {
  writeFileSync(path, Buffer.alloc(statSync(path).size, 0x5a));
}

/** What goes wrong on disks. Each gives how many files it met. */
export const DAMAGES: Record<string, (folder: string) => number> = {
  'a MANIFEST cut in half': (folder) => {
    const files = filesOf(folder, /^MANIFEST-/);
    for (const path of files) truncateSync(path, Math.floor(statSync(path).size / 2));
    return files.length;
  },
  'tables full of noise': (folder) => {
    const files = filesOf(folder, /\.(ldb|sst)$/);
    for (const path of files) garble(path);
    return files.length;
  },
  'tables that are missing': (folder) => {
    const files = filesOf(folder, /\.(ldb|sst)$/);
    for (const path of files) rmSync(path);
    return files.length;
  },
  'a log full of noise': (folder) => {
    const files = filesOf(folder, /\.log$/);
    for (const path of files) garble(path);
    return files.length;
  },
  'no CURRENT': (folder) => {
    rmSync(join(folder, 'CURRENT'));
    return 1;
  },
  'no folder at all': (folder) => {
    rmSync(folder, { recursive: true });
    return 1;
  },
};

/** Ten items with notes as long as they may be. */
async function bulky(account: Account, page: Page, from: number): Promise<void> {
  const titles = Array.from({ length: 10 }, (_, at) => `A long story ${from + at}`);
  const note = 'word '.repeat(3_800);
  await Promise.all(titles.map((title) => account.send(page, 'item.add', { title, note }, title)));
}

/** Captures, a snapshot half-way, the damage while the browser is off, and one Restore. */
export async function damage({ build }: Rig, kind: string, count: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    let page = await browser.desk();
    await account.capture(page, 0, Math.floor(count / 2));
    await send(page, 'snapshot.make', {});
    // Below 4 MB LevelDB makes no tables that could be damaged.
    if (kind.startsWith('tables')) for (let at = 0; at < 320; at += 10) await bulky(account, page, at);
    for (let start = 0; start < 2; start += 1) {
      await browser.stop();
      await browser.start();
      page = await browser.desk();
      await account.capture(page, count * (start + 1), Math.floor(count / 4));
    }
    await browser.stop();
    const met = DAMAGES[kind]?.(levelDb(browser)) ?? 0;
    account.expect(met > 0, `${kind}: no such file`);
    await browser.start();
    const outcome = await account.settle(browser);
    const notes = outcome.notes.map((note) => `${kind}: ${note}`);
    // It is what was restored that must last.
    await browser.stop();
    await browser.start();
    const again = new Account();
    const later = await again.settle(browser);
    return together([
      { ...outcome, notes },
      { ...later, notes: later.notes },
    ]);
  } finally {
    if (existsSync(browser.folder)) await browser.close();
  }
}

export const DAMAGED: Case = {
  name: 'damaged',
  what: 'files of the database cut, overwritten or missing, six kinds',
  runs: 1,
  async run(rig) {
    const outcomes: Outcome[] = [];
    for (const kind of Object.keys(DAMAGES)) outcomes.push(await damage(rig, kind, 60));
    return together(outcomes);
  },
};
