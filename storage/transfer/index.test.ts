import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshInventory, ticket } from '@/tests/support/inventory';
import { privateFiles } from '@/tests/support/private-files';
import { openSettings } from '@/storage/settings';
import { type CommandId, newId } from '@/utils/model/ids';
import { createBackups } from './index';
import { stage, staged } from './staged-files';

let files: ReturnType<typeof privateFiles>;
beforeEach(() => {
  files = privateFiles();
});
afterEach(() => files.restore());

const DAY = 86_400_000;

async function bench() {
  const work = await freshInventory();
  const settings = openSettings();
  const changed = vi.fn();
  const before = vi.fn(async () => undefined);
  const backups = createBackups({ inventory: work.inventory, settings, clock: work.clock, changed, before });
  /** Waits until what was begun has ended. */
  const ended = async () => {
    await vi.waitFor(async () => expect((await backups.view()).work).toBeUndefined());
    return backups.view();
  };
  /** Puts a file where the desk would, and has it examined. */
  const examined = async (blob: Blob) => {
    const file = newId<string>(work.clock.now());
    await stage(file, blob.stream());
    expect(backups.examine(file)).toBeUndefined();
    return ended();
  };
  const restored = async (how: 'add' | 'replace', typed?: string) => {
    const { found } = await backups.view();
    const id = newId<CommandId>(work.clock.now());
    expect(await backups.restore(id, found?.file ?? '', how, typed)).toBeUndefined();
    return ended();
  };
  const copy = async () => {
    expect(backups.make()).toBeUndefined();
    const { made } = await ended();
    const file = made && (await staged(made.file));
    if (!made || !file) throw new Error('no copy was made');
    return { made, blob: new Blob([await file.arrayBuffer()]) };
  };
  return { ...work, settings, backups, before, changed, ended, examined, restored, copy };
}

describe('a copy by hand', () => {
  it('is written, read back, and counts when the browser has it', async () => {
    const { backups, done, copy } = await bench();
    await done('item.capture', { draft: ticket(1) });
    const { made } = await copy();
    expect(made).toMatchObject({ saveAs: 'throughline-2026-03-12.ndjson.gz', items: 1, events: 2 });
    expect((await backups.view()).external).toBeUndefined();
    expect(await backups.saved(newId(1))).toBe(false);
    expect(await backups.saved(made.file)).toBe(true);
    expect((await backups.view()).external).toMatchObject({ items: 1, events: 2, by: 'hand' });
  });

  it('that came out wrong on the disk counts for nothing (EX-09)', async () => {
    const { backups, done, ended } = await bench();
    await done('item.capture', { draft: ticket(1) });
    const set = Map.prototype.set;
    // A disk that swaps a byte in every file that is written.
    vi.spyOn(Map.prototype, 'set').mockImplementation(function (this: Map<unknown, unknown>, key, value) {
      const isFile = value instanceof Blob && value.size > 100;
      return set.call(this, key, isFile ? new Blob([value.slice(0, 60), 'x', value.slice(61)]) : value);
    });
    backups.make();
    const view = await ended();
    vi.restoreAllMocks();
    expect(view.made).toBeUndefined();
    expect(view.wrong?.problem).toBeOneOf(['cut', 'changed']);
  });

  it('is refused while something else is under way, and can be canceled', async () => {
    const { backups, done, ended } = await bench();
    await done('item.capture', { draft: ticket(1) });
    expect(backups.make()).toBeUndefined();
    expect(backups.make()).toBe('busy');
    backups.cancel();
    expect(await ended()).toMatchObject({ failed: 'canceled' });
    expect((await backups.view()).made).toBeUndefined();
  });

  it('tells of a full disk', async () => {
    const { backups, done, ended } = await bench();
    await done('item.capture', { draft: ticket(1) });
    vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    backups.make();
    expect(await ended()).toMatchObject({ failed: 'disk-full' });
    vi.restoreAllMocks();
  });
});

describe('a chosen file', () => {
  it('changes nothing until it is put in, and asks for a copy before', async () => {
    const [from, to] = [await bench(), await bench()];
    await from.done('item.capture', { draft: ticket(1) });
    await from.settings.change({ side: 'left' });
    const { blob } = await from.copy();
    await to.done('item.add', { title: 'Here' });
    const { found, now } = await to.examined(blob);
    expect(found).toMatchObject({ newItems: 1, newEvents: 2, onlyHere: 1 });
    expect(now.items).toBe(1);
    expect(to.before).not.toHaveBeenCalled();
    const { restored, imports } = await to.restored('add');
    expect(to.before).toHaveBeenCalledOnce();
    expect(restored).toMatchObject({ how: 'add', items: 1, events: 2 });
    expect((await to.overview()).counts).toMatchObject({ triage: 1, next: 1 });
    expect(imports).toMatchObject([{ items: 1, events: 2 }]);
  });

  it('replaces only when the number of items that go was typed', async () => {
    const [from, to] = [await bench(), await bench()];
    await from.done('item.add', { title: 'From the file' });
    const { blob } = await from.copy();
    await to.done('item.add', { title: 'One' });
    await to.done('item.add', { title: 'Two' });
    const { found } = await to.examined(blob);
    const file = found?.file ?? '';
    const id = newId<CommandId>(1);
    expect(await to.backups.restore(id, file, 'replace')).toBe('not-possible');
    expect(await to.backups.restore(id, file, 'replace', '1')).toBe('not-possible');
    expect(await to.backups.restore(id, newId(5), 'add')).toBe('not-possible');
    expect(await to.restored('replace', '2')).toMatchObject({ now: { items: 1 }, imports: [] });
    expect((await to.overview()).next.rows.map(({ title }) => title)).toEqual(['From the file']);
  });

  it('is taken back: what it added counts no more, what was here before stays', async () => {
    const [from, to] = [await bench(), await bench()];
    await from.done('item.capture', { draft: ticket(1) });
    await from.done('item.add', { title: 'Added' });
    const { blob } = await from.copy();
    const mine = await to.done('item.add', { title: 'Mine' });
    await to.examined(blob);
    const { imports } = await to.restored('add');
    expect((await to.backups.view()).now.items).toBe(3);
    const importId = imports[0]?.importId as CommandId; // it was just made
    to.backups.takeBack(newId<CommandId>(to.clock.now()), importId);
    expect(await to.ended()).toMatchObject({ imports: [], now: { items: 1 } });
    expect(await to.item(mine)).toMatchObject({ title: 'Mine' });
    // Twice is once; and the file can be put in again only as far as it is missing.
    to.backups.takeBack(newId<CommandId>(to.clock.now()), importId);
    expect(await to.ended()).toMatchObject({ failed: 'storage', now: { items: 1 } });
  });

  it('that is wrong is refused with its line, and nothing is changed', async () => {
    const { done, examined, overview } = await bench();
    await done('item.add', { title: 'Here' });
    const before = await overview();
    const view = await examined(new Blob(['{"format":"throughline-backup","version":1}\n']));
    expect(view.wrong).toEqual({ problem: 'wrong-line', line: 1 });
    expect(view.found).toBeUndefined();
    expect(await overview()).toEqual(before);
  });
});

describe('the reminder', () => {
  it('comes when much lies only here, goes with a copy, and can be put off', async () => {
    const { backups, send, clock, copy } = await bench();
    for (let number = 0; number < 20; number += 1) await send('item.add', { title: `${number}` });
    expect(await backups.reminder()).toBeUndefined();
    clock.move(14 * DAY);
    expect(await backups.reminder()).toEqual({ unsaved: 20, lastAt: undefined });
    await backups.later();
    expect(await backups.reminder()).toBeUndefined();
    clock.move(7 * DAY);
    expect(await backups.reminder()).toMatchObject({ unsaved: 20 });
    const { made } = await copy();
    await backups.saved(made.file);
    expect(await backups.reminder()).toBeUndefined();
  });

  it('survives whatever lies in its place in the storage', async () => {
    const { backups } = await bench();
    await fakeBrowser.storage.local.set({ 'external-copy': { last: 'x', schedule: 7, quietUntil: [] } });
    expect(await backups.memory.get()).toEqual({
      last: undefined,
      schedule: { isOn: false, made: 0 },
      quietUntil: undefined,
    });
  });
});

describe('an inventory that is lost', () => {
  const notOpen = () => Object.assign(new Error('lost'), { name: 'NotOpen' });

  it('is brought back from a file, with what can still be read (IM-18)', async () => {
    const from = await bench();
    await from.done('item.capture', { draft: ticket(1) });
    const { blob } = await from.copy();
    const given: string[] = [];
    const restoreFrom = vi.fn(async (pages: AsyncIterable<{ t: string }[]>) => {
      for await (const page of pages) given.push(...page.map(({ t }) => t));
      return undefined;
    });
    const within = () => Promise.reject(notOpen());
    const { clock, settings } = from;
    const backups = createBackups({
      ...{ inventory: { within, restoreFrom }, clock, settings, changed: () => undefined },
    });
    const file = newId<string>(1);
    await stage(file, blob.stream());
    backups.examine(file);
    await vi.waitFor(async () => expect((await backups.view()).found).toBeDefined());
    expect(await backups.view()).toMatchObject({ found: { newItems: 1, onlyHere: 0 }, now: { events: 0 } });
    await backups.restore(newId<CommandId>(1), file, 'add');
    await vi.waitFor(async () => expect((await backups.view()).restored).toBeDefined());
    expect(given).toEqual(['created', 'source.add']);
  });
});
