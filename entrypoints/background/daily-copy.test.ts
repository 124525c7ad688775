import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshInventory } from '@/tests/support/inventory';
import { privateFiles } from '@/tests/support/private-files';
import { openSettings } from '@/storage/settings';
import { createBackups } from '@/storage/transfer';
import { readBackup } from '@/storage/transfer/read-backup';
import { createDailyCopy } from './daily-copy';

const DAY = 86_400_000;
let files: ReturnType<typeof privateFiles>;
let isAllowed = true;
let saved: { name: string; url: string; conflictAction: string }[] = [];
/** What the browser reports of a download, of the bytes that it got. */
let report = (bytes: number): object => ({ state: 'complete', exists: true, fileSize: bytes });

const bytesOf = (url: string) =>
  Uint8Array.from(atob(url.split(',')[1] ?? ''), (letter) => letter.charCodeAt(0));

beforeEach(() => {
  files = privateFiles();
  [isAllowed, saved] = [true, []];
  report = (bytes) => ({ state: 'complete', exists: true, fileSize: bytes });
  vi.stubGlobal('URL', Object.assign(class extends URL {}, { createObjectURL: undefined }));
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => isAllowed },
    downloads: {
      download: async ({ filename, ...rest }: { filename: string; url: string; conflictAction: string }) =>
        saved.push({ name: filename, ...rest }),
      search: async ({ id }: { id: number }) => [report(bytesOf(saved[id - 1]?.url ?? '').length)],
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  files.restore();
});

async function bench() {
  const work = await freshInventory();
  const backups = createBackups({ ...work, settings: openSettings(), changed: () => undefined });
  const daily = createDailyCopy(backups, work.clock);
  const schedule = async () => (await backups.view()).schedule;
  await backups.memory.change(() => ({ schedule: { isOn: true, made: 0 } }));
  return { ...work, backups, daily, schedule };
}

describe('copies by themselves', () => {
  it('are made once a day when something changed, under seven names in turn', async () => {
    const { daily, done, clock, schedule } = await bench();
    for (let day = 0; day < 9; day += 1) {
      await done('item.add', { title: `Day ${day}` });
      await daily.look();
      await daily.look();
      clock.move(DAY);
    }
    expect(saved.map(({ name }) => name.at(19)).join('')).toBe('123456712');
    expect(saved[0]).toMatchObject({ name: 'throughline/backup-1.ndjson.gz', conflictAction: 'overwrite' });
    await daily.look();
    expect(saved).toHaveLength(9);
    expect(await schedule()).toMatchObject({
      lastName: 'throughline/backup-2.ndjson.gz',
      problem: undefined,
    });
  });

  it('hold everything', async () => {
    const { daily, done, backups } = await bench();
    await done('item.add', { title: 'ünïcode 🧵' });
    await daily.look();
    expect((await readBackup(new Blob([bytesOf(saved[0]?.url ?? '')]))).events).toBe(1);
    expect((await backups.view()).external).toMatchObject({ items: 1, by: 'schedule' });
  });

  it.each([
    ['was interrupted', () => ({ state: 'interrupted', exists: false, fileSize: -1 })],
    ['was deleted at once', (bytes: number) => ({ state: 'complete', exists: false, fileSize: bytes })],
    ['is shorter than it was', (bytes: number) => ({ state: 'complete', exists: true, fileSize: bytes - 1 })],
  ])('do not count when what was saved %s, and are tried again', async (_, told) => {
    const { daily, done, backups, schedule } = await bench();
    await done('item.add', { title: 'A' });
    const whole = report;
    report = told;
    await daily.look();
    expect(await schedule()).toMatchObject({ problem: 'not-saved', lastAt: undefined });
    expect((await backups.view()).external).toBeUndefined();
    report = whole;
    await daily.look();
    expect(await schedule()).toMatchObject({
      problem: undefined,
      lastName: 'throughline/backup-1.ndjson.gz',
    });
  });

  it('are not laid over good ones when most items are gone, until the person has saved one by hand (DU-12)', async () => {
    const { daily, done, backups, clock, schedule, db } = await bench();
    for (let number = 0; number < 5; number += 1) await done('item.add', { title: `${number}` });
    await daily.look();
    clock.move(DAY);
    await db.items.clear();
    await db.meta.update('head', { items: 2 });
    await done('item.add', { title: 'New' });
    await db.meta.update('head', { items: 2 });
    await daily.look();
    expect(saved).toHaveLength(1);
    expect(await schedule()).toMatchObject({ problem: 'shrunk' });
    backups.make();
    await vi.waitFor(async () => expect((await backups.view()).made).toBeDefined());
    await backups.saved((await backups.view()).made?.file ?? '');
    await daily.look();
    expect(saved).toHaveLength(2);
  });

  it('say when the leave to download was taken away', async () => {
    const { daily, done, schedule } = await bench();
    await done('item.add', { title: 'A' });
    isAllowed = false;
    await daily.look();
    expect(saved).toEqual([]);
    expect(await schedule()).toMatchObject({ problem: 'no-permission' });
  });

  it('begin when they are switched on, and end when they are switched off', async () => {
    const { daily, done, clock } = await bench();
    await done('item.add', { title: 'A' });
    await daily.set(true);
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(await fakeBrowser.alarms.get('daily-copy')).toMatchObject({ periodInMinutes: 60 });
    await daily.set(false);
    expect(await fakeBrowser.alarms.get('daily-copy')).toBeUndefined();
    clock.move(2 * DAY);
    await done('item.add', { title: 'B' });
    await daily.look();
    expect(saved).toHaveLength(1);
  });
});
