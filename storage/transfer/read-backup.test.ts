import { describe, expect, it } from 'vitest';
import { newId } from '@/utils/model/ids';
import { canonicalJson, createDigest } from './file-form';
import { readBackup, type ReadOptions } from './read-backup';
import { WrongFile } from './wrong-file';

const header = { format: 'throughline-backup', version: 1, schema: 1, lineage: '', madeAt: 0, hlc: '' };

/** What came of reading a file: what is wrong, and in which line. */
const outcomeOf = (file: Blob) =>
  readBackup(file).then(
    () => 'whole',
    (error: unknown) => (error instanceof WrongFile ? `${error.problem} ${error.line}` : String(error)),
  );

describe('a line of a file', () => {
  const lineWith = async (line: string) =>
    new Blob([`${JSON.stringify({ ...header, items: 0, events: 2 })}\n${line}\n{"x":1}\n`]);
  const event = {
    ...{ id: newId(1), ws: 'me', dev: 'd1', by: 'me', hlc: '0000000000000001-0000-d1', at: 1, tz: 'UTC' },
    ...{ ent: 'item', eid: newId(2), t: 'created', d: { title: 'A' }, v: 1, via: 'ui', q: 'exact' },
  };
  const wrong = async (line: string) => outcomeOf(await lineWith(line));

  it('that is an event is taken: only the missing end is complained of', async () => {
    expect(await wrong(JSON.stringify(event))).toBe('cut 3');
  });

  it.each([
    ['a type that nobody knows', { t: 'explode' }],
    ['a type that is a name of every object', { t: 'constructor' }],
    ['a zone that does not exist', { tz: 'Mars/Base' }],
    ['an id that is none', { id: '1' }],
    ['an item with an id that is none', { eid: 'x' }],
    ['a title that is a number', { d: { title: 7 } }],
    ['a field that would lay itself over the item', { d: { title: 'A', sources: 'x' } }],
    ['a state that does not exist', { t: 'state', d: { to: 'gone' } }],
    ['a clock that does not sort', { hlc: '9' }],
    ['an instant beyond time', { at: 9e15 }],
    ['a field that no event has', { extra: 1 }],
    ['a day that does not exist', { t: 'commit', d: { due: '2026-02-30' } }],
    ['an importance of its own', { t: 'set', d: { field: 'importance', to: 99 } }],
    ['text beyond all measure', { t: 'note', d: { text: 'x'.repeat(20_001) } }],
  ])('with %s is refused and named', async (_, by) => {
    expect(await wrong(JSON.stringify({ ...event, ...by }))).toBe('wrong-line 2');
  });

  it('nested deeper than anything of ours is refused', async () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    const policy = { ...event, ent: 'policy', eid: 'p', t: 'policy' };
    expect(await wrong(JSON.stringify({ ...policy, d: deep(30) }))).toBe('cut 3');
    expect(await wrong(JSON.stringify({ ...policy, d: deep(40) }))).toBe('wrong-line 2');
  });

  it('that stands there twice is refused the second time', async () => {
    const line = JSON.stringify(event);
    expect(await wrong(`${line}\n${line}`)).toBe('wrong-line 3');
  });

  it('nested without end, or with a hundred thousand keys, is refused (IM-05)', async () => {
    expect(await wrong('['.repeat(100_000) + ']'.repeat(100_000))).toBe('wrong-line 2');
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`k${place}`, 1]));
    expect(await wrong(JSON.stringify({ ...event, ...wide }))).toBe('wrong-line 2');
  }, 30_000);

  it('leaves nothing of a __proto__ behind, at any depth (IM-04)', async () => {
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const line = JSON.stringify({ ...event, ent: 'policy', eid: 'p', t: 'policy', d: { deep: { deep: {} } } })
      .replace('"deep":{"deep":{}}', `"deep":{"deep":{${evil}},${evil}},${evil}`)
      .replace(/\}$/, `,${evil}}`);
    const taken: unknown[] = [];
    let problem = '';
    try {
      await readBackup(await lineWith(line), { take: (one) => taken.push(one) });
    } catch (error) {
      problem = String(error);
    }
    expect(problem).toMatch(/cut/);
    expect(taken).toMatchObject([{ d: { deep: { deep: {} } } }]);
    expect(JSON.stringify(taken)).not.toMatch(/polluted/);
    expect('polluted' in {}).toBe(false);
  });
});

const anEvent = (place: number, by: object = {}) => ({
  ...{ id: newId(place), ws: 'me', dev: 'd1', by: 'me', hlc: '0000000000000001-0000-d1', at: 1, tz: 'UTC' },
  ...{ ent: 'item', eid: newId(2), t: 'created', d: { title: 'A' }, v: 1, via: 'ui', q: 'exact' },
  ...by,
});

/** A file whose digest fits, whatever else of it is wrong. */
async function fileWith(
  events: readonly object[],
  { head = {}, foot = {} }: { head?: object; foot?: object } = {},
): Promise<Blob> {
  const lines = [{ ...header, items: 0, events: events.length, ...head }, ...events];
  const digest = createDigest();
  const texts = lines.map((line) => `${canonicalJson(line)}\n`);
  for (const text of texts) await digest.add(text);
  const end = { events: events.length, sha256: await digest.end(), ...foot };
  return new Blob([...texts, `${canonicalJson(end)}\n`]);
}

describe('a whole file', () => {
  it('tells how many events there are, from when to when, and what was dropped', async () => {
    const odd = {
      ent: 'policy',
      eid: 'p',
      t: 'policy',
      d: JSON.parse('{"a":{"__proto__":1},"constructor":2}'),
    };
    const file = await fileWith([
      anEvent(1, { at: 5 }),
      anEvent(2, { at: 1 }),
      anEvent(3, { at: 9, ...odd }),
    ]);
    expect(await readBackup(file)).toMatchObject({ events: 3, from: 1, to: 9, dropped: 2 });
    const none = await readBackup(await fileWith([]));
    expect(none).toMatchObject({ events: 0, dropped: 0 });
    expect(none.from ?? none.to).toBeUndefined();
  });

  it.each<[string, Parameters<typeof fileWith>[1]]>([
    ['the end counts one more', { foot: { events: 3 } }],
    ['the end counts one less', { foot: { events: 1 } }],
    ['the beginning counts one more', { head: { events: 3 } }],
    ['the digest is of something else', { foot: { sha256: '0'.repeat(64) } }],
  ])('is none where %s', async (_, how) => {
    expect(await outcomeOf(await fileWith([anEvent(1), anEvent(2)]))).toBe('whole');
    expect(await outcomeOf(await fileWith([anEvent(1), anEvent(2)], how))).toBe('changed 4');
  });

  it.each<[string, object, string]>([
    ['a later version', { version: 2 }, 'newer 1'],
    ['half a version', { version: 0.5 }, 'wrong-line 1'],
    ['a form of another program', { format: 'other' }, 'not-ours 1'],
    ['a number of events that is none', { events: -1 }, 'wrong-line 1'],
    ['an instant beyond time', { madeAt: 8.64e15 + 1 }, 'wrong-line 1'],
  ])('is none where its first line tells of %s', async (_, head, outcome) => {
    expect(await outcomeOf(await fileWith([], { head }))).toBe(outcome);
  });

  it('is none where nothing stands in it, or nothing but its first line', async () => {
    expect(await outcomeOf(new Blob([]))).toBe('not-ours 1');
    const first = `${canonicalJson({ ...header, items: 0, events: 0 })}\n`;
    expect(await outcomeOf(new Blob([first]))).toBe('cut 2');
  });

  it('is told of on the way, each thousand events', async () => {
    const told: number[][] = [];
    const file = await fileWith(Array.from({ length: 2_500 }, (_, place) => anEvent(place)));
    await readBackup(file, { progress: (done, total) => void told.push([done, total]) });
    expect(told).toEqual([[1_000, 2_500], [2_000, 2_500]]); // prettier-ignore
  }, 30_000);

  it('is left where that is asked for', async () => {
    const controller = new AbortController();
    const taken: string[] = [];
    const take: ReadOptions['take'] = ({ id }) => {
      taken.push(id);
      controller.abort();
    };
    const reading = readBackup(await fileWith([anEvent(1), anEvent(2), anEvent(3)]), {
      ...{ take, signal: controller.signal },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(taken).toHaveLength(1);
  });

  describe('of a later version of the tables', () => {
    const later = { head: { schema: 9 } };
    const read = (events: object[], options: ReadOptions, how: Parameters<typeof fileWith>[1] = later) =>
      fileWith(events, how).then((file) =>
        readBackup(file, options).then(
          () => 'whole',
          (error: WrongFile) => `${error.problem} ${error.line}`,
        ),
      );
    const strange = anEvent(1, { t: 'levitate', d: { up: true } });

    it('is read for its form alone where that is asked for', async () => {
      expect(await read([strange], { strictUpTo: 8 })).toBe('whole');
      expect(await read([strange], { strictUpTo: 9 })).toBe('wrong-line 2');
      expect(await read([strange], {})).toBe('wrong-line 2');
    });

    it('still has an id and an instant in each event, and each once', async () => {
      expect(await read([{ ...strange, id: 7 }], { strictUpTo: 8 })).toBe('wrong-line 2');
      expect(await read([{ ...strange, at: 'now' }], { strictUpTo: 8 })).toBe('wrong-line 2');
      expect(await read([strange, strange], { strictUpTo: 8 })).toBe('wrong-line 3');
    });

    it('is refused where its events are to be put in', async () => {
      expect(await read([], { schema: 8 })).toBe('newer 1');
      expect(await read([], { schema: 9 })).toBe('whole');
    });
  });
});

describe('a file of a million tiny rows (IM-06)', () => {
  /** A file that makes its rows as they are read, and how many it made. */
  function endless(claimed: number) {
    let made = 0;
    const head = `${JSON.stringify({ ...header, items: claimed, events: claimed })}\n`;
    const encoder = new TextEncoder();
    const rows = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(encoder.encode(made === 0 ? head : `${JSON.stringify(anEvent(made))}\n`));
        made += 1;
        if (made > 1_000_000) controller.close();
      },
    });
    // Of a file only these three are asked.
    const file = { size: 150_000_000, slice: () => new Blob(['{"']), stream: () => rows } as unknown as Blob;
    return { file, made: () => made };
  }

  it('that says so is refused by its first line, and not one row is read', async () => {
    const { file, made } = endless(1_000_000);
    expect(await outcomeOf(file)).toBe('too-many 1');
    expect(made()).toBeLessThan(10);
  });

  it('that says it were a thousand is refused after the thousandth', async () => {
    const { file, made } = endless(1_000);
    expect(await outcomeOf(file)).toBe('changed 1002');
    expect(made()).toBeLessThan(1_010);
  });

  it('counts what may be put in to the letter: 500,000', async () => {
    const only = (events: number) => new Blob([`${JSON.stringify({ ...header, items: 0, events })}\n{}\n`]);
    expect(await outcomeOf(only(500_000))).toBe('cut 2');
    expect(await outcomeOf(only(500_001))).toBe('too-many 1');
  });
});
