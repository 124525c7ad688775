import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RecoveryView, StorageState } from '@/utils/model/recovery';
import { systemClock } from '@/utils/model/clock';
import { Account, together, type Outcome } from './account';
import { send, told } from './asking';
import type { Case, Rig } from './case';
import { floorOf, keptIn, layLarge } from './old-inventory';
import { RigBrowser } from './rig-browser';

const ITEMS = 50_000;
/** UP-02 of the reference, in s. */
const LONGEST = 60;
const KILLS = 5;
/** An upgrade of this size on a machine that is busy with other things. */
const PATIENCE_MS = 600_000;

/** The profile with the old inventory, to be copied for each run. */
type Laid = { until: number; items: number; events: number };
type Base = Laid & { browser: RigBrowser; floor: number; place: string };

/**
 * A place for the extension, in which first one stands that does nothing: the tables are laid while no worker of ours
 * can wake up and bring them to its version. It has the same id, as that comes from the place.
 */
function idlePlace({ build }: Rig): string {
  const place = mkdtempSync(join(tmpdir(), 'throughline-idle-'));
  cpSync(join(build, 'icon'), join(place, 'icon'), { recursive: true });
  const idle = {
    manifest_version: 3,
    name: 'Idle',
    version: '0.0.1',
    permissions: ['storage', 'unlimitedStorage'],
  };
  const manifest = { ...idle, background: { service_worker: 'background.js' } };
  writeFileSync(join(place, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(place, 'background.js'), '');
  return place;
}

async function baseOf(rig: Rig): Promise<Base> {
  const place = idlePlace(rig);
  const browser = await RigBrowser.open({ build: place });
  const { page, ...laid } = await layLarge(browser, ITEMS);
  const floor = await floorOf(page);
  await browser.stop();
  rmSync(place, { recursive: true });
  cpSync(rig.build, place, { recursive: true });
  return { browser, floor, place, until: systemClock.now(), ...laid };
}

/** Not started yet: the worker begins the upgrade with the browser. */
function copyOf(base: Base): RigBrowser {
  const browser = RigBrowser.prepared({ build: base.place });
  cpSync(base.browser.profile, browser.profile, { recursive: true });
  return browser;
}

type Seen = { states: Set<StorageState>; progress: Set<number> };

/** Asks for the recovery view until it says this state, or that all is ready; gives what it said on the way. */
async function until(
  page: Page,
  wanted: StorageState,
  seen: Seen = { states: new Set(), progress: new Set() },
) {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const view = await told<RecoveryView>(page, 'recovery');
    if (typeof view === 'string') throw new Error(`the recovery view answers ${view}`);
    seen.states.add(view.state);
    if (view.work?.kind === 'upgrade') seen.progress.add(view.work.done);
    if (view.state === wanted || view.state === 'ready') return seen;
    await page.waitForTimeout(100);
  }
  throw new Error(`not ${wanted}: ${[...seen.states].join(', ')}`);
}

/** Adds something; gives its outcome. */
async function add(account: Account, page: Page, title: string): Promise<string> {
  const reply = await account.send(page, 'item.add', { title }, title);
  return reply.ok ? reply.value.outcome : reply.code;
}

/** Holds what is there against the base, and the digest of the computed rows against that of another run. */
async function settle(page: Page, account: Account, base: Laid, digest?: string) {
  const kept = await keptIn(page, base.until);
  const { acknowledged } = account;
  account.expect(
    kept.items === base.items + acknowledged,
    `${kept.items} of ${base.items} items, ${acknowledged} added`,
  );
  account.expect(kept.events >= base.events + acknowledged, `${kept.events} of ${base.events} events`);
  account.expect(kept.titles.length === acknowledged, `added and found: ${kept.titles.join(', ')}`);
  account.expect(
    digest === undefined || digest === kept.digest,
    'the rows are not those of an upgrade at one go',
  );
  const all = base.items + acknowledged;
  return {
    digest: kept.digest,
    outcome: {
      acknowledged: all,
      found: Math.min(all, kept.items),
      lost: account.wrong,
      notes: account.notes,
    },
  };
}

/** The upgrade at one go: told, with what comes meanwhile kept, and how long it takes beside the floor. */
async function undisturbed(base: Base): Promise<{ outcome: Outcome; digest: string; took: number }> {
  const browser = copyOf(base);
  try {
    const account = new Account();
    const from = performance.now();
    await browser.start();
    const page = await browser.desk();
    const seen = await until(page, 'upgrading');
    const early = await add(account, page, 'Added while it is upgraded');
    account.expect(early === 'kept', `added meanwhile: ${early}`);
    await until(page, 'ready', seen);
    const took = performance.now() - from;
    const seconds = took / 1_000;
    account.expect(seen.progress.size > 2, `progress told: ${[...seen.progress].join(', ')}`);
    account.notes.push(
      `${base.items} items, ${base.events} events: ${seconds.toFixed(1)} s, ${(took / base.floor).toFixed(1)} × the floor of ${(base.floor / 1_000).toFixed(1)} s`,
      `progress told ${seen.progress.size} times, ${early} meanwhile`,
      ...(seconds > LONGEST ? [`longer than ${LONGEST} s`] : []),
    );
    return { ...(await settle(page, account, base)), took };
  } finally {
    await browser.close();
  }
}

/** Killed at a moment of it, and brought to its end by the next start. */
async function killed(base: Base, moment: number, digest: string): Promise<Outcome> {
  const browser = copyOf(base);
  try {
    const account = new Account();
    // The moment is what is varied; the browser's own start is a part of it.
    const due = new Promise((done) => setTimeout(done, moment));
    await browser.start();
    const page = await browser.desk();
    const asked = send(page, 'snapshot.make', {}).catch(() => undefined); // it dies with the browser
    await due;
    await browser.kill();
    await asked;
    await browser.start();
    const desk = await browser.desk();
    await until(desk, 'ready');
    account.notes.push(`killed at ${Math.round(moment)} ms`);
    return (await settle(desk, account, base, digest)).outcome;
  } finally {
    await browser.close();
  }
}

async function upgradeLarge(rig: Rig): Promise<Outcome> {
  const base = await baseOf(rig);
  try {
    const { outcome, digest, took } = await undisturbed(base);
    const outcomes = [outcome];
    for (let kill = 0; kill < KILLS; kill += 1)
      outcomes.push(await killed(base, ((kill + 1) / (KILLS + 1)) * took, digest));
    return together(outcomes);
  } finally {
    rmSync(base.place, { recursive: true, force: true });
    await base.browser.close();
  }
}

export const UPGRADE_LARGE: Case = {
  name: 'upgrade-large',
  what: 'an upgrade of 50,000 items from version 1: how long, and killed at five moments',
  runs: 1,
  run: upgradeLarge,
};
