import { join } from 'node:path';
import { Account, type Outcome } from './account';
import { send } from './asking';
import type { Case, Rig } from './case';
import { RigBrowser } from './rig-browser';
import { noSmallDisk, SmallDisk } from './small-disk';

/** The flags with which Chromium 156 keeps IndexedDB in SQLite. */
export const SQLITE = ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'];

type How = { whole: boolean; snapshot: boolean; args?: string[] };

/**
 * The disk fills up while a person captures, stays full while the surfaces are opened and the worker dies, is freed, and
 * the browser starts again. `whole`: the profile is on it, else the databases alone.
 */
export async function fillDisk({ build }: Rig, { whole, snapshot, args = [] }: How): Promise<Outcome> {
  const browser = RigBrowser.prepared({ build, args });
  const place = whole ? browser.profile : browser.databaseFolder;
  const disk = new SmallDisk(place, join(browser.folder, 'disk.img'), whole ? 400 : 60);
  try {
    await browser.start();
    const account = new Account();
    let page = await browser.desk();
    await account.capture(page, 0, 100);
    if (snapshot) await send(page, 'snapshot.make', {});
    disk.fill();
    const full = await account.capture(page, 1_000, 60);
    for (let opened = 0; opened < 3; opened += 1) {
      await page.close();
      if (opened === 1) await browser.killWorker();
      if (whole) disk.giveBack(200_000);
      page = await browser.desk();
      await account.capture(page, 2_000 + opened * 100, 5);
      disk.fill();
    }
    const where = `${whole ? 'whole profile' : 'databases'} on ${disk.kind}${snapshot ? ', with a snapshot' : ''}`;
    account.notes.push(`${where}: ${full} of 60 acknowledged while full`);
    await browser.stop();
    await browser.start();
    disk.free();
    await browser.stop();
    await browser.start();
    return await account.settle(browser);
  } finally {
    await browser.stop();
    disk.remove();
    await browser.close();
  }
}

export const FULL_DISK: Case = {
  name: 'full-disk',
  what: 'disk filled to the last byte while capturing, freed, restarted; databases alone, then the whole profile',
  runs: 4,
  impossible: noSmallDisk,
  run: (rig, run) => fillDisk(rig, { whole: run % 4 >= 2, snapshot: run % 2 === 1 }),
};
