import { expect, it } from 'vitest';
import { freshInventory, ticket } from '@/tests/support/inventory';

const YEAR = 365 * 24 * 60 * 60_000;

it('what is done after the clock was put back counts, in the order of doing', async () => {
  const { clock, done, item } = await freshInventory();
  const id = await done('item.capture', { draft: ticket(1) });
  clock.move(YEAR);
  await done('item.edit', { id, changes: { title: 'Said in a wrong year' } });
  clock.move(-YEAR);
  await done('item.edit', { id, changes: { title: 'Said since' } });
  await done('item.setState', { id, state: 'done' });
  expect(await item(id)).toMatchObject({ title: 'Said since', state: 'done' });
});
