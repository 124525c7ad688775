import { describe, expect, it } from 'vitest';
import { newId } from '@/utils/model/ids';
import { readBackup } from './read-backup';
import { WrongFile } from './wrong-file';

describe('a line of a file', () => {
  const lineWith = async (line: string) => {
    const header = { format: 'throughline-backup', version: 1, schema: 1, lineage: '', madeAt: 0, hlc: '' };
    return new Blob([`${JSON.stringify({ ...header, items: 0, events: 1 })}\n${line}\n{"x":1}\n`]);
  };
  const event = {
    ...{ id: newId(1), ws: 'me', dev: 'd1', by: 'me', hlc: '0000000000000001-0000-d1', at: 1, tz: 'UTC' },
    ...{ ent: 'item', eid: newId(2), t: 'created', d: { title: 'A' }, v: 1, via: 'ui', q: 'exact' },
  };
  const wrong = async (line: string) => {
    try {
      await readBackup(await lineWith(line));
      return undefined;
    } catch (error) {
      return error instanceof WrongFile ? `${error.problem} ${error.line}` : String(error);
    }
  };

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
  });

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
