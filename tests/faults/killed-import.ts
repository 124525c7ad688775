import { cpSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Account, together, type Outcome } from './account';
import { recoveryOf, send, stored } from './asking';
import { backupEnded, backupText, examine, stage, type BackupText } from './backup-text';
import { numbers, type Case, type Rig } from './case';
import { loseDatabase } from './killed-work';
import { RigBrowser } from './rig-browser';

/** How a file comes in: added to what is here, in its place, or where what was here is lost. */
type How = 'add' | 'replace' | 'recovery';

/** Items that were acknowledged before the file comes. */
const OWN = 30;

/** A profile with some items and a staged file, to be copied for each run: closed, and never started again itself. */
type Base = { browser: RigBrowser; account: Account; file: string; backup: BackupText };

async function baseOf({ build }: Rig, items: number): Promise<Base> {
  const backup = await backupText(items);
  const browser = await RigBrowser.open({ build });
  const account = new Account();
  const page = await browser.desk();
  // No snapshot: what is here lies in the journal alone beside the database, and comes back with any file.
  // Numbers that no made-up work of the file has: the same ticket would be the same item.
  await account.capture(page, 900_000, OWN);
  const file = await stage(page, backup.text);
  await browser.stop();
  return { browser, account, file, backup };
}

/** Begins to put the file in; `ended` when nothing is at work any more. */
async function begin(page: Page, { file }: Base, how: How): Promise<{ ended: Promise<unknown> }> {
  await examine(page, file);
  const payload = {
    file,
    how: how === 'replace' ? 'replace' : 'add',
    ...(how === 'replace' && { typed: String(OWN) }),
  };
  const reply = await send(page, 'backup.restore', payload);
  if (!reply.ok) throw new Error(`the file was refused: ${reply.code}`);
  return { ended: backupEnded(page) };
}

/** A browser with a copy of the base's profile, made ready for the file. */
async function copyOf({ build }: Rig, base: Base, how: How): Promise<{ browser: RigBrowser; page: Page }> {
  const browser = RigBrowser.prepared({ build });
  cpSync(base.browser.profile, browser.profile, { recursive: true });
  await browser.start();
  const page = await browser.desk();
  if (how === 'recovery') {
    await loseDatabase(browser, page);
    await recoveryOf(page);
  }
  return { browser, page };
}

/** Ms that it takes when nobody disturbs it; what is there then is the whole of it. */
async function undisturbed(rig: Rig, base: Base, how: How, account: Account): Promise<number> {
  const { browser, page } = await copyOf(rig, base, how);
  try {
    const { ended } = await begin(page, base, how);
    const from = performance.now();
    await ended;
    const took = performance.now() - from;
    const there = partsOf(await stored(page), base);
    account.expect(there.ofFile === base.backup.ids.size, `${how}: undisturbed ${there.ofFile} of the file`);
    return took;
  } finally {
    await browser.close();
  }
}

/** How much of the file and of what was here before is there. */
function partsOf({ items, events }: Awaited<ReturnType<typeof stored>>, { backup, account }: Base) {
  return {
    ofFile: items.filter(({ id }) => backup.ids.has(id)).length,
    own: account.foundIn(events),
    others: items.filter(({ id }) => !backup.ids.has(id)).length,
  };
}

/** Killed at a moment of it, or at once when it is told to have ended: afterwards all of the file is there or nothing of it, and never a part of what was here. */
async function killDuring(rig: Rig, base: Base, how: How, moment: number | 'told'): Promise<Outcome> {
  const { browser, page } = await copyOf(rig, base, how);
  try {
    const account = new Account();
    const { ended } = await begin(page, base, how);
    // The moment is what is varied.
    const late = new Promise<'late'>((done) => moment !== 'told' && setTimeout(() => done('late'), moment));
    // It dies with the browser, or has ended before.
    const came = await Promise.race([ended.then(() => 'ended' as const), late]);
    ended.catch(() => undefined);
    await browser.kill();
    await browser.start();
    const desk = await browser.desk();
    await account.bringBack(desk);
    const now = await stored(desk);
    const { ofFile, own, others } = partsOf(now, base);
    const all = base.backup.ids.size;
    account.expect(ofFile === all || (ofFile === 0 && came === 'late'), `${how}: ${ofFile} of ${all} items`);
    const isGone = how === 'replace' && ofFile === all;
    const wanted = isGone ? 0 : OWN;
    account.expect(own === wanted && others === wanted, `${how}: ${own}/${others} of ${wanted} own items`);
    account.notes.push(
      `${how}: killed ${moment === 'told' ? 'when told' : `at ${moment} ms`}, ${ofFile === 0 ? 'nothing' : 'all'} of it is there`,
    );
    const { lost, notes } = account.compareLog(now, true);
    const acknowledged = OWN + (came === 'ended' ? all : 0);
    return { acknowledged, found: acknowledged - lost, lost, notes };
  } finally {
    await browser.close();
  }
}

/** Kills at so many moments of each way, over all the time that it takes. */
async function killAll(rig: Rig, { items, hows, kills, seed }: Plan): Promise<Outcome> {
  const base = await baseOf(rig, items);
  try {
    const outcomes: Outcome[] = [];
    for (const how of hows) {
      const whole = new Account();
      const took = await undisturbed(rig, base, how, whole);
      whole.notes.push(`${how}: ${items} items in ${(took / 1_000).toFixed(1)} s`);
      outcomes.push({ acknowledged: 0, found: 0, lost: whole.wrong, notes: whole.notes });
      const next = numbers(seed);
      for (let kill = 0; kill < kills; kill += 1) {
        // One in each equal part of the time.
        const moment = Math.round(((kill + (next() % 1_000) / 1_000) / (kills - 1)) * took);
        const outcome = await killDuring(rig, base, how, kill === kills - 1 ? 'told' : moment);
        // It takes long: how far it is, for whoever asks for it.
        if (process.env['THROUGHLINE_TRACE']) console.error(outcome.notes.join('; '));
        outcomes.push(outcome);
      }
    }
    return together(outcomes);
  } finally {
    await base.browser.close();
  }
}

type Plan = { items: number; hows: How[]; kills: number; seed: number };

export const IMPORT_KILL: Case = {
  name: 'import-kill',
  what: 'SIGKILL of the browser at ten moments of an import of 10,000 items',
  runs: 1,
  run: (rig, run) => killAll(rig, { items: 10_000, hows: ['add'], kills: 10, seed: 4 + run }),
};
export const RESTORE_FILE_KILL: Case = {
  name: 'restore-file-kill',
  what: 'SIGKILL while a file takes the place of the inventory, or brings a lost one back',
  runs: 1,
  run: (rig, run) => killAll(rig, { items: 1_000, hows: ['replace', 'recovery'], kills: 5, seed: 14 + run }),
};
