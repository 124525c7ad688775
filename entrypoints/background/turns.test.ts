import { expect, test } from 'vitest';
import { createTurns } from './turns';

test('work about one tab waits for its turn, also after a failure; other tabs do not wait', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const failing = inTurn(1, async () => {
    await first.promise;
    done.push('first');
    throw new Error('no way in');
  });
  const second = inTurn(1, async () => void done.push('second'));
  await inTurn(2, async () => void done.push('other tab'));
  first.resolve();
  await expect(failing).rejects.toThrow('no way in');
  await second;
  expect(done).toEqual(['other tab', 'first', 'second']);
});
