import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshInventory, ticket } from '@/tests/support/inventory';
import { addDays, dayOf } from '@/utils/model/day';
import { type CommandId, newId } from '@/utils/model/ids';
import { STATES } from '@/utils/model/item';
import { readBackup } from './read-backup';
import { examine, restore } from './restore';
import { backupLines } from './write-backup';
import { packed } from './packed';
import { WrongFile } from './wrong-file';

type Bench = Awaited<ReturnType<typeof freshInventory>>;

const linesOfBackup = async ({ db, clock }: Bench) =>
  (await Array.fromAsync(backupLines(db, { at: clock.now(), settings: { side: 'left' } }))).join('');
const pack = async (text: string) =>
  new Response(packed((async function* () { yield text; })())).blob(); // prettier-ignore
const put = ({ db, clock }: Bench, file: Blob, how: 'add' | 'replace' = 'add') =>
  restore(db, file, how, { clock, importId: newId<CommandId>(clock.now()) });
const eventsIn = (text: string) => text.split('\n').slice(1, -2);
const dump = async ({ db }: Bench) => ({
  events: await db.events.toArray(),
  items: await db.items.toArray(),
  sources: await db.sources.toArray(),
  records: await db.records.toArray(),
  head: await db.meta.get('head'),
});

const steps = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 9 }), fc.string({ maxLength: 20 })), {
  minLength: 1,
  maxLength: 30,
});

/** Work of all kinds, as a person might do it. */
async function work(bench: Bench, history: readonly [number, number, string][]): Promise<void> {
  for (const [what, number, words] of history) {
    const ids = await bench.db.items.toCollection().primaryKeys();
    const id = ids[number % ids.length];
    const today = dayOf(bench.clock.now(), bench.clock.zone());
    const { send } = bench;
    if (!id || what === 0) await send('item.capture', { draft: ticket(number, { status: words }) });
    else if (what === 1) await send('item.add', { title: `${words}…`, waitOn: 'Ana', tags: ['x'] });
    else if (what === 2)
      await send('item.edit', { id, changes: { title: `T ${words}`, note: words, dueDay: null, tags: [] } });
    else if (what === 3) await send('item.setState', { id, state: STATES[number % 6] ?? 'done' });
    else if (what === 4) await send('item.wait', { id, on: `W${words}`, followUpDay: addDays(today, 2) });
    else if (what === 5) await send('item.plan', { id, day: today });
    else if (what === 6) await send('undo', {});
    else if (what === 7) await send('item.delete', { id });
    else if (what === 8) await send('item.observe', { draft: ticket(number, { title: words }) });
    else if (what === 9)
      await send('list.keep', {
        key: ticket(1).source.key,
        title: words,
        url: 'https://a.example',
        rows: [],
      });
    else if (what === 10) await send('item.snooze', { id, untilDay: addDays(today, 3) });
    else await send('item.captureMany', { rows: [ticket(number), ticket(number + 1)] });
  }
}

async function problemOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'nothing';
  } catch (error) {
    if (error instanceof WrongFile) return error.problem;
    throw error;
  }
}

describe('a backup file', () => {
  it('holds everything: put into an empty inventory it gives the same, and the same file again (EX-02)', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const [from, to] = [await freshInventory(), await freshInventory()];
        await work(from, history);
        const text = await linesOfBackup(from);
        await put(to, await pack(text));
        expect(eventsIn(await linesOfBackup(to))).toEqual(eventsIn(text));
        const [before, after] = [await dump(from), await dump(to)];
        expect(JSON.parse(JSON.stringify(after.items))).toEqual(JSON.parse(JSON.stringify(before.items)));
        expect(after.sources).toEqual(before.sources);
        from.db.close();
        to.db.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('is of one instant, whatever is captured while it is written (EX-08)', async () => {
    const bench = await freshInventory();
    for (let number = 0; number < 700; number += 1)
      await bench.send('item.capture', { draft: ticket(number) });
    const before = (await bench.db.events.toArray()).map(({ id }) => id);
    const lines: string[] = [];
    let late = 10_000;
    for await (const part of backupLines(bench.db, { at: 0, settings: {} })) {
      lines.push(part);
      await bench.send('item.capture', { draft: ticket(late++) });
      // A surface that made its command's id long ago.
      await bench.send('item.capture', { draft: ticket(late++) }, newId<CommandId>(1));
    }
    const text = lines.join('');
    expect(eventsIn(text).map((line) => JSON.parse(line).id)).toEqual(before);
    expect((await readBackup(await pack(text))).events).toBe(before.length);
  }, 30_000);
});

describe('a file that is put in', () => {
  let text = '';
  let file: Blob;
  const target = async () => {
    const bench = await freshInventory('2026-03-13T09:00:00Z');
    await bench.done('item.add', { title: 'Already here' });
    return bench;
  };
  beforeAll(async () => {
    const bench = await freshInventory();
    await work(bench, [[0, 1, 'Open'], [0, 2, 'Open'], [1, 0, 'Call'], [2, 1, 'New'], [11, 5, '']]); // prettier-ignore
    text = await linesOfBackup(bench);
    file = await pack(text);
  });

  it('adds what is missing and keeps what is here; the second time there is nothing to add (IM-10)', async () => {
    const bench = await target();
    const found = await examine(bench.db, file, {});
    expect(found).toMatchObject({ items: 5, newItems: 5, onlyHere: 1, isSameLineage: false });
    expect(await put(bench, file)).toMatchObject({ how: 'add', events: found.events, items: 5 });
    const after = await dump(bench);
    expect(after.items).toHaveLength(6);
    expect(await put(bench, file)).toEqual({ how: 'add', events: 0, items: 0 });
    expect(await dump(bench)).toEqual(after);
    expect(await examine(bench.db, file, {})).toMatchObject({ newEvents: 0, newItems: 0 });
  });

  it('replaces everything, and gives its settings back', async () => {
    const bench = await target();
    expect(await put(bench, file, 'replace')).toMatchObject({ how: 'replace', settings: { side: 'left' } });
    expect(eventsIn(await linesOfBackup(bench))).toEqual(eventsIn(text));
  });

  it('goes on counting after it: what is done next is newer than all that came in', async () => {
    const bench = await freshInventory('2020-01-01T00:00:00Z');
    await put(bench, file);
    const id = await bench.done('item.add', { title: 'Next' });
    const hlcs = (await bench.db.events.toArray()).map(({ hlc }) => hlc).toSorted();
    expect((await bench.item(id))?.hlc).toBe(hlcs.at(-1));
  });

  it('refuses a file that was cut, wherever, and changes nothing (IM-01)', async () => {
    const bench = await target();
    const before = await dump(bench);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.size - 1 }), async (length) => {
        expect(await problemOf(put(bench, file.slice(0, length)))).toBeOneOf(['cut', 'not-ours']);
      }),
      { numRuns: 60 },
    );
    for (let length = 0; length < text.length; length += 97)
      expect(await problemOf(put(bench, new Blob([text.slice(0, length)])))).not.toBe('nothing');
    expect(await dump(bench)).toEqual(before);
  }, 30_000);

  it('refuses a file in which any byte is another (EX-09)', async () => {
    const bytes = new Uint8Array(await new Blob([text]).arrayBuffer());
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const other = bytes.slice();
          other[at] = (other[at] ?? 0) ^ by;
          expect(await problemOf(readBackup(new Blob([other])))).not.toBe('nothing');
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  it.each([
    ['nothing', new Blob([])],
    ['a page of an error', new Blob(['<!doctype html><title>502</title><h1>Bad gateway</h1>\n'])],
    [
      'UTF-16',
      new Blob([
        '\ufeff',
        new Uint8Array(Uint16Array.from('{"format":', (letter) => letter.charCodeAt(0)).buffer),
      ]),
    ],
    ['a mark before the first line', new Blob(['\ufeff{"format":"throughline-backup","version":1}\n'])],
    ['NULs', new Blob([new Uint8Array(5_000)])],
    ["another program's file", new Blob(['{"format":"todo-export","version":1}\n{}\n'])],
    ['an endless line', new Blob(['x'.repeat(3_000_000)])],
  ])('refuses %s as not ours (IM-02)', async (_, blob) => {
    expect(await problemOf(readBackup(blob))).toBe('not-ours');
  });

  it('refuses noise (IM-02)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        expect(await problemOf(readBackup(new Blob([new Uint8Array(noise)])))).toBeOneOf(['not-ours', 'cut']);
      }),
    );
  });

  it('refuses what is too large by its size alone, and what unpacks to too much (IM-03, T16)', async () => {
    const huge = { size: 200_000_001 } as Blob; // anything else of it that is asked for breaks the test
    expect(await problemOf(readBackup(huge))).toBe('too-large');
    const spaces = (async function* () {
      for (let part = 0; part < 60; part += 1) yield `${' '.repeat(999_999)}\n`;
    })();
    const bomb = await new Response(packed(spaces)).blob();
    expect(await problemOf(readBackup(bomb))).toBe('not-ours');
    // Events as they may be, each of them almost nothing but spaces.
    const [head = '', first = ''] = text.split('\n');
    const roomy = {
      ...JSON.parse(first),
      ent: 'policy',
      eid: 'p',
      t: 'policy',
      d: { a: ' '.repeat(1_900_000) },
    };
    const behind = (async function* () {
      yield `${head}\n`;
      for (let part = 0; part < 12; part += 1) yield `${JSON.stringify({ ...roomy, id: newId(part) })}\n`;
    })();
    expect(await problemOf(readBackup(await new Response(packed(behind)).blob()))).toBe('bomb');
  }, 30_000);

  it('refuses a later version, of the file and of the tables, and says so (IM-12)', async () => {
    const [head = '', ...rest] = text.split('\n');
    const changed = (by: object) =>
      new Blob([[JSON.stringify({ ...JSON.parse(head), ...by }), ...rest].join('\n')]);
    expect(await problemOf(readBackup(changed({ version: 2 })))).toBe('newer');
    expect(await problemOf(put(await target(), changed({ schema: 99 })))).toBe('newer');
  });
});
