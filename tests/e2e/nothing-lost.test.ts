import { newId } from '@/utils/model/ids';
import { commandPage, sendFrom, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';

/** Whole numbers from a seed (mulberry32, public domain), so that a failing run can be repeated. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed))) >>> 0;
  };
}

test('50 captures of one page at once make one item', async ({ extension }) => {
  const page = await commandPage(extension);
  const sent = Array.from({ length: 50 }, (_, at) =>
    sendFrom(page, 'item.capture', { draft: ticket(1) }, newId(at + 1)),
  );
  const outcomes = (await Promise.all(sent)).map(({ reply }) => reply.value?.outcome);
  expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'same')).toHaveLength(49);
  expect((await storedIn(page)).titles).toEqual(['Ticket 1']);
});

test('200 captures while the worker is killed at random: what was acknowledged is stored, once', async ({
  extension,
}) => {
  const page = await commandPage(extension);
  const next = numbers(20_261_123);
  let kills = 0;
  const acknowledged: string[] = [];
  let tries = 0;
  for (let number = 0; number < 200; number += 8) {
    const ids = Array.from({ length: 8 }, () => newId<string>(number + 1));
    const sent = ids.map((id, index) =>
      sendFrom(page, 'item.capture', { draft: ticket(number + index) }, id),
    );
    // Somewhere in the middle of these eight.
    await Promise.race(sent.slice(next() % 8));
    if (next() % 3 > 0) {
      await extension.killWorker();
      kills += 1;
    }
    for (const [index, { reply, tries: each }] of (await Promise.all(sent)).entries()) {
      tries += each;
      if (reply.ok) acknowledged.push(ids[index] ?? '');
    }
  }
  const stored = await storedIn(page);
  expect(kills).toBeGreaterThan(10);
  expect(tries, 'some command was sent again').toBeGreaterThan(200);
  expect(acknowledged).toHaveLength(200);
  expect(stored.created.toSorted()).toEqual(acknowledged.toSorted());
  expect(new Set(stored.titles).size).toBe(200);
  expect(stored.titles).toHaveLength(200);
  expect(stored.counted).toEqual({ items: 200, events: stored.events });
});

test('the browser is killed after acknowledgements: all of them are there', async ({ extension }) => {
  const page = await commandPage(extension);
  const ids = Array.from({ length: 25 }, () => newId<string>(1));
  const sent = ids.map((id, index) => sendFrom(page, 'item.capture', { draft: ticket(index) }, id));
  const replies = await Promise.all(sent);
  expect(replies.every(({ reply }) => reply.ok)).toBe(true);
  await extension.crash();
  const stored = await storedIn(await commandPage(extension));
  expect(stored.created.toSorted()).toEqual(ids.toSorted());
  expect(stored.counted).toEqual({ items: 25, events: stored.events });
});
