// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { recognise } from '@/utils/recognisers';
import { freshInventory } from '../support/inventory';

const HTML = `<title>Offer for handhelds - Mail</title><h1>Offer for handhelds</h1>
  <p>Hello Ana, could you send the offer by Friday? The rest can wait.</p>`;
const URL_OF_PAGE = 'https://mail.example/message/42';

test('an ask that was selected on a page is an item of its own, found from its page', async () => {
  const { done, item, inventory } = await freshInventory();
  const read = (selection?: string) =>
    recognise(new DOMParser().parseFromString(HTML, 'text/html'), URL_OF_PAGE, { selection });
  const page = await done('item.capture', { draft: read() });
  const id = await done('item.capture', { draft: read('could you send the offer by Friday?') });
  expect(id).not.toBe(page);
  expect(await item(id)).toMatchObject({
    title: 'Could you send the offer by Friday?',
    note: '',
    sources: [{ title: read().title, quote: 'could you send the offer by Friday?' }],
  });
  expect((await inventory.asksOf(read().source.key)).map((row) => row.id)).toEqual([id]);
});
