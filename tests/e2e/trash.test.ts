import { newId } from '@/utils/model/ids';
import { systemClock } from '@/utils/model/clock';
import { sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { ticket } from '../support/inventory';

test('PV-06: twenty deleted items say when and where that was, and come back by one press each, or all by one', async ({
  extension,
}) => {
  const desk = await extension.context.newPage();
  await desk.goto(`chrome-extension://${extension.id}/desk.html#trash`);
  await expect(desk.getByText('Nothing is here.')).toBeVisible();
  const now = systemClock.now();
  for (let number = 0; number < 20; number += 1) {
    const draft = ticket(number, { title: `Repair the label printer ${number}.` });
    const { reply } = await sendFrom(desk, 'item.capture', { draft }, newId(now + number));
    const id = reply.value && 'itemId' in reply.value ? reply.value.itemId : undefined;
    if (!id) throw new Error(`nothing was captured: ${JSON.stringify(reply)}`);
    // A surface that says it was another is not believed.
    await sendFrom(desk, 'item.delete', { id, from: 'popup' }, newId(now + 100 + number));
  }
  const lines = desk.getByText(/Deleted .* in a tab of Throughline$/);
  await expect(lines).toHaveCount(20);
  await desk.getByRole('button', { name: 'Restore “Repair the label printer 7.”' }).click();
  await expect(lines).toHaveCount(19);
  await desk.getByRole('button', { name: 'Restore these 19' }).click();
  await expect(desk.getByText('Nothing is here.')).toBeVisible();
});
