// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { recognise } from '@/utils/recognisers';
import { freshInventory } from '../support/inventory';

const pages = import.meta.glob<string>('../../utils/recognisers/tools/*.samples/*.html', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every sample of a page that is an item, as its recogniser reads it. */
const drafts = Object.entries(pages).flatMap(([file, html]) => {
  const url = /"url": *"([^"]+)"/.exec(html)?.[1] ?? '';
  const draft = recognise(new DOMParser().parseFromString(html, 'text/html'), url);
  return draft.page === 'item' ? [[file.split('/').slice(-2).join('/'), draft] as const] : [];
});

test.each(drafts)(
  '%s becomes an item, and captured again or walked past it is the same item, unchanged',
  async (_, draft) => {
    const { send, done, item, overview } = await freshInventory();
    const id = await done('item.capture', { draft });
    expect(await item(id)).toMatchObject({ title: draft.title, state: 'triage' });
    const before = await item(id);
    expect(await send('item.capture', { draft })).toMatchObject({
      ok: true,
      value: { outcome: 'same', itemId: id },
    });
    expect(await send('item.observe', { draft })).toMatchObject({ value: { outcome: 'nothing' } });
    const after = await item(id);
    expect({ ...after, hlc: '', sources: [] }).toEqual({ ...before, hlc: '', sources: [] });
    expect((await overview()).triage.map((row) => row.source?.label)).toEqual([draft.source.label]);
  },
);

test('different sample items never share an identity', async () => {
  const { done, db } = await freshInventory();
  for (const [, draft] of drafts) await done('item.capture', { draft });
  const keys = new Set(drafts.map(([, draft]) => draft.source.key));
  expect(drafts.length).toBeGreaterThan(15);
  expect(await db.items.count()).toBe(keys.size);
});
