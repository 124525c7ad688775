import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { StorageView } from '@/utils/model/row';
import { Account, type Outcome } from './account';
import { send, stored, told } from './asking';
import type { Case, Rig } from './case';
import { openList } from './list-page';
import { RigBrowser } from './rig-browser';
import { noSmallDisk, SmallDisk } from './small-disk';

const MB = 1_000_000;
/** Size of the disk, in MiB of its file; most of it is never written. */
const DISK = 2_000;
/** More rows than this are bulk work. */
const BULK = 30;

/** What the person is told of the disk, and what is done with a capture and with a list of rows. */
type Told = { health: StorageView['health']; state: StorageView['state']; capture: string; rows: string };

const AT: Record<number, Told> = {
  600: { health: 'good', state: 'ready', capture: 'new', rows: 'new' },
  400: { health: 'low', state: 'ready', capture: 'new', rows: 'new' },
  150: { health: 'very-low', state: 'ready', capture: 'new', rows: 'disk-full' },
  40: { health: 'full', state: 'kept', capture: 'kept', rows: 'kept or disk-full' },
};

/** Which time of opening this is: LevelDB then begins a new file of this name. */
function openedAt({ databaseFolder }: RigBrowser): string {
  const name = readdirSync(databaseFolder).find((each) => each.endsWith('.indexeddb.leveldb')) ?? '';
  const { ino, birthtimeMs } = statSync(join(databaseFolder, name, 'LOG'));
  return `${ino} ${birthtimeMs}`;
}

async function outcomeOf(account: Account, page: Page, number: number): Promise<string> {
  const title = `Added at ${number} MB free`;
  const reply = await account.send(page, 'item.add', { title }, title);
  const outcome = reply.ok ? reply.value.outcome : reply.code;
  return outcome;
}

/** A disk with less and less room: what is told and done at each step, and all of it there when there is room again. */
async function gauge({ build }: Rig): Promise<Outcome> {
  const browser = RigBrowser.prepared({ build });
  const disk = new SmallDisk(browser.profile, join(browser.folder, 'disk.img'), DISK);
  try {
    await browser.start();
    const account = new Account();
    let page = await browser.desk();
    await account.capture(page, 0, 40);
    let rows = 0;
    for (const [index, [free, wanted]] of Object.entries(AT).toReversed().entries()) {
      disk.leave(Number(free) * MB);
      const view = await told<StorageView>(page, 'storage');
      const { health, state, freeBytes = 0 } = typeof view === 'string' ? ({} as StorageView) : view;
      const list = await openList(browser, 1_000 * (index + 1), BULK);
      const many = await send(page, 'page.captureRows', list.payload);
      await list.page.close();
      if (many.ok) rows += BULK;
      const is = {
        health,
        state,
        capture: await outcomeOf(account, page, Number(free)),
        rows: many.ok ? many.value.outcome : many.code,
      };
      account.notes.push(`${free} MB (told ${Math.round(freeBytes / MB)}): ${Object.values(is).join(' ')}`);
      for (const field of ['health', 'state', 'capture', 'rows'] as const)
        account.expect(
          wanted[field].split(' or ').includes(is[field]),
          `${field} at ${free} MB is ${is[field]} for ${wanted[field]}`,
        );
    }
    page = await startWhileFull(browser, account);
    disk.free();
    await browser.killWorker();
    const kept = await told<StorageView>(page, 'storage');
    account.expect(
      typeof kept !== 'string' && kept.state === 'ready',
      `not ready with room again: ${JSON.stringify(kept)}`,
    );
    const now = await stored(page);
    const found = now.items.filter(({ title }) => title.startsWith('Row ')).length;
    account.expect(found === rows, `${found} of ${rows} rows`);
    return account.compare(now);
  } finally {
    await browser.stop();
    disk.remove();
    await browser.close();
  }
}

/** The browser starts on a disk as good as full: captures are kept, and the database is not even opened. */
async function startWhileFull(browser: RigBrowser, account: Account): Promise<Page> {
  await browser.stop();
  const before = openedAt(browser);
  await browser.start();
  const page = await browser.desk();
  for (let number = 0; number < 5; number += 1) {
    const title = `Kept ${number}`;
    const reply = await account.send(page, 'item.add', { title }, title);
    account.expect(reply.ok && reply.value.outcome === 'kept', `${title}: ${JSON.stringify(reply)}`);
  }
  const edited = await send(page, 'undo', {});
  account.expect(!edited.ok && edited.code === 'disk-full', `undo while full: ${JSON.stringify(edited)}`);
  account.expect(openedAt(browser) === before, 'the database was opened');
  return page;
}

export const DISK_GAUGE: Case = {
  name: 'disk-gauge',
  what: 'a disk with 600, 400, 150 and 40 MB free, a start on it, and room again',
  runs: 1,
  impossible: noSmallDisk,
  run: gauge,
};
