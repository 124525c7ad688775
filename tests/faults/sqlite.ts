import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Account, together, type Outcome } from './account';
import type { Case, Rig } from './case';
import { fillDisk, SQLITE } from './full-disk';
import { RigBrowser } from './rig-browser';
import { noSmallDisk } from './small-disk';

/** Does this profile hold a database of SQLite's? LevelDB is always a folder of that name. */
function isSqlite({ databaseFolder }: RigBrowser): boolean {
  if (!existsSync(databaseFolder)) return false;
  const files = readdirSync(databaseFolder, { recursive: true }).map(String);
  return files.some((name) => !name.includes('.leveldb') && existsSync(join(databaseFolder, name)));
}

/** Killed after acknowledgements in the other backend, then the backend is switched under the profile, and back. */
async function switchBackend({ build }: Rig): Promise<Outcome> {
  const browser = await RigBrowser.open({ build, args: SQLITE });
  try {
    const account = new Account();
    await account.capture(await browser.desk(), 0, 40);
    const kind = isSqlite(browser) ? 'SQLite' : 'still LevelDB: this Chromium does not know the flags';
    account.notes.push(kind);
    await browser.kill();
    await browser.start();
    const page = await browser.desk();
    await account.bringBack(page);
    await account.capture(page, 100, 20);
    const outcomes: Outcome[] = [];
    for (const args of [[], SQLITE]) {
      await browser.stop();
      await browser.start(args);
      account.notes.push(`now ${args.length > 0 ? 'SQLite' : 'LevelDB'}`);
      const desk = await browser.desk();
      await account.bringBack(desk);
      await account.capture(desk, 200 + 100 * args.length, 10);
      if (args.length > 0) outcomes.push(await account.settle(browser, desk));
    }
    return together(outcomes);
  } finally {
    await browser.close();
  }
}

export const SQLITE_BACKEND: Case = {
  name: 'sqlite',
  what: 'IndexedDB in SQLite: a full disk, a killed browser, and the backend switched and switched back',
  runs: 1,
  async run(rig) {
    const switched = await switchBackend(rig);
    if (noSmallDisk()) return switched;
    return together([await fillDisk(rig, { whole: false, snapshot: false, args: SQLITE }), switched]);
  },
};
