import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshInventory, ticket } from '@/tests/support/inventory';
import { privateFiles } from '@/tests/support/private-files';
import { openSettings } from '@/storage/settings';
import { type CommandId, newId } from '@/utils/model/ids';
import type { Given } from './given';
import { createBackups } from './index';
import { stage, staged } from './staged-files';

let files: ReturnType<typeof privateFiles>;
beforeEach(() => {
  files = privateFiles();
});
afterEach(() => files.restore());

type Bench = Awaited<ReturnType<typeof bench>>;

async function bench(given: Partial<Given> = {}) {
  const work = await freshInventory();
  const settings = openSettings();
  const { inventory, clock } = work;
  const changed = vi.fn();
  const backups = createBackups({ inventory, settings, clock, changed, ...given });
  /** Waits until what was begun has ended. */
  const ended = async () => {
    await vi.waitFor(async () => expect(await backups.view()).toMatchObject({ work: undefined }));
    return backups.view();
  };
  const examined = async (blob: Blob) => {
    const file = newId<string>(clock.now());
    await stage(file, blob.stream());
    expect(backups.examine(file)).toBeUndefined();
    await ended();
    return file;
  };
  const putIn = (file: string, how: 'add' | 'replace' = 'add', typed?: string) =>
    backups.restore(newId<CommandId>(clock.now()), file, how, typed);
  return { ...work, settings, backups, changed, ended, examined, putIn };
}

/** A copy of an inventory of so many tickets, made where the sidebar is on the left. */
async function copyOf(tickets: number, { settings, backups, ended, send }: Bench): Promise<Blob> {
  await settings.change({ side: 'left' });
  for (let number = 0; number < tickets; number += 1) await send('item.capture', { draft: ticket(number) });
  backups.make();
  const { made } = await ended();
  const file = made && (await staged(made.file));
  if (!file) throw new Error('no copy was made');
  return new Blob([await file.arrayBuffer()]);
}

describe('a file that is examined', () => {
  it('takes the place of all that was made, found and put in before', async () => {
    const here = await bench();
    const blob = await copyOf(1, here);
    const { made } = await here.backups.view();
    expect(await staged(made?.file ?? '')).toBeDefined();
    const file = await here.examined(blob);
    expect(await here.backups.view()).toMatchObject({ made: undefined, found: { file, newEvents: 0 } });
    expect(await staged(made?.file ?? '')).toBeUndefined();
    expect(await staged(file)).toBeDefined();
    here.backups.examine('gone');
    expect(await here.ended()).toMatchObject({ found: undefined });
  });

  it('tells what is under way: looking, putting in, taking back', async () => {
    const [from, to] = [await bench(), await bench()];
    const kind = async () => (await to.backups.view()).work?.kind;
    await stage('a', (await copyOf(1, from)).stream());
    await to.done('item.add', { title: 'Mine' });
    to.backups.examine('a');
    expect(await kind()).toBe('examine');
    await to.ended();
    await to.putIn('a');
    expect(await kind()).toBe('restore');
    const { restored } = await to.ended();
    // The id of the command that put it in.
    to.backups.takeBack(newId<CommandId>(to.clock.now()), restored?.importId as CommandId);
    expect(await kind()).toBe('take-back');
    await to.ended();
  });

  it('is only looked at: no change is told of', async () => {
    const told: boolean[] = [];
    const work = await freshInventory();
    const inventory: Given['inventory'] = {
      within: (ask) =>
        work.inventory.within(async (db, hold) => {
          const answer = await ask(db, hold);
          told.push(answer.isChanged);
          return answer;
        }),
      restoreFrom: async () => undefined,
    };
    const { examined, backups } = await bench({ inventory });
    await examined(await copyOf(1, await bench()));
    await backups.now();
    expect(told.length).toBeGreaterThan(2);
    expect(told).not.toContain(true);
  });

  it('keeps others out until it is through', async () => {
    const here = await bench();
    const blob = await copyOf(1, here);
    await stage('a', blob.stream());
    expect(here.backups.examine('a')).toBeUndefined();
    expect(await here.putIn('a')).toBe('busy');
    expect(here.backups.examine('a')).toBe('busy');
    await here.ended();
    expect(await here.putIn('b')).toBe('not-possible');
  });

  it('tells of a database that breaks, and not as of a lost one', async () => {
    const broken = await bench({
      inventory: { within: () => Promise.reject(new Error('broken')), restoreFrom: async () => undefined },
    });
    await expect(broken.backups.now()).rejects.toThrow('broken');
    await stage('a', new Blob(['x']).stream());
    broken.backups.examine('a');
    await vi.waitFor(() => expect(broken.changed).toHaveBeenCalledTimes(3));
    await expect(broken.putIn('a')).rejects.toThrow('broken');
  });
});

describe('a file that is put in', () => {
  it('is not begun on a full disk', async () => {
    let isFull = true;
    const from = await bench();
    const to = await bench({ isFull: async () => isFull });
    const file = await to.examined(await copyOf(1, from));
    expect(await to.putIn(file)).toBe('disk-full');
    expect((await to.backups.now()).items).toBe(0);
    isFull = false;
    expect(await to.putIn(file)).toBeUndefined();
    expect(await to.ended()).toMatchObject({ now: { items: 1 } });
  });

  it('leaves nothing of the file behind, and tells what came of it until something else is done', async () => {
    const [from, to] = [await bench(), await bench()];
    await to.done('item.add', { title: 'Mine' });
    const file = await to.examined(await copyOf(2, from));
    await to.putIn(file);
    const view = await to.ended();
    expect(view).toMatchObject({ found: undefined, restored: { how: 'add', items: 2 } });
    expect(await staged(file)).toBeUndefined();
    const importId = view.restored?.importId;
    if (!importId) throw new Error('nothing to take back');
    // The id of the command that put it in.
    to.backups.takeBack(newId<CommandId>(to.clock.now()), importId as CommandId);
    const after = await to.ended();
    expect([after.restored, after.failed]).toEqual([undefined, undefined]);
  });

  it('brings its settings back only where it takes the place of everything', async () => {
    const [from, to] = [await bench(), await bench()];
    const blob = await copyOf(1, from);
    await to.settings.change({ side: 'right' });
    await to.done('item.add', { title: 'Mine' });
    await to.putIn(await to.examined(blob));
    await to.ended();
    expect((await to.settings.get()).side).toBe('right');
    await to.putIn(await to.examined(blob), 'replace', '2');
    expect(await to.ended()).toMatchObject({ restored: { how: 'replace' } });
    expect((await to.settings.get()).side).toBe('left');
  });

  it('asks for no number where nothing goes', async () => {
    const [from, to] = [await bench(), await bench()];
    const file = await to.examined(await copyOf(1, from));
    expect(await to.putIn(file, 'replace')).toBeUndefined();
    expect(await to.ended()).toMatchObject({ now: { items: 1 } });
  });
});

describe('a file for an inventory that is lost (IM-18)', () => {
  const notOpen = () => Object.assign(new Error('lost'), { name: 'NotOpen' });

  async function lost(refusal?: 'disk-full' | 'not-possible') {
    const pages: number[] = [];
    const before = vi.fn(async () => undefined);
    const restoreFrom: Given['inventory']['restoreFrom'] = async (events) => {
      for await (const page of events) pages.push(page.length);
      return refusal;
    };
    const inventory = { within: () => Promise.reject(notOpen()), restoreFrom };
    return { ...(await bench({ inventory, before })), pages, before };
  }

  it('says that nothing is here', async () => {
    const to = await lost();
    expect(await to.backups.now()).toEqual({ items: 0, events: 0, hlc: '', firstAt: undefined });
    expect(await to.backups.view()).toMatchObject({ imports: [] });
  });

  it('is handed over in pages, and nothing of it is left behind', async () => {
    const to = await lost();
    const file = await to.examined(await copyOf(501, await bench()));
    expect(await to.putIn(file)).toBeUndefined();
    expect(await to.ended()).toMatchObject({
      ...{ restored: { how: 'add', events: 1_002, items: 501 }, found: undefined },
    });
    expect(to.pages).toEqual([1_000, 2]);
    expect(to.before).not.toHaveBeenCalled();
    expect(await staged(file)).toBeUndefined();
  }, 30_000);

  it.each([
    ['disk-full', 'disk-full'],
    ['not-possible', 'storage'],
  ] as const)('that is refused as %s stays found, to be tried again', async (refusal, failed) => {
    const to = await lost(refusal);
    const file = await to.examined(await copyOf(1, await bench()));
    await to.putIn(file);
    expect(await to.ended()).toMatchObject({ failed, restored: undefined, found: { file } });
    expect(await staged(file)).toBeDefined();
  });
});

describe('what is here now', () => {
  it('is counted, and knows its first and its last event', async () => {
    const here = await bench();
    expect(await here.backups.now()).toEqual({ items: 0, events: 0, hlc: '', firstAt: undefined });
    await here.done('item.add', { title: 'First' });
    const firstAt = here.clock.now();
    await here.done('item.add', { title: 'Second' });
    const hlc = (await here.db.events.toArray()).map((event) => event.hlc).toSorted().at(-1); // prettier-ignore
    expect(await here.backups.now()).toEqual({ items: 2, events: 2, hlc, firstAt });
  });
});
