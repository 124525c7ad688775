import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { openPage } from '../support/sidebar-page';

test.use({ headed: true });

const NEXT = 'https://works.example/tuesday';
const PLACE = 'https://works.example/minutes';
const PAGE = `<!doctype html><title>Minutes of Monday</title><h1>Minutes of Monday</h1>
<p id="plain">Plain words.</p><p><a id="link" href="https://github.com/harbour/quay/issues/12">Repair the crane of quay four</a></p>`;

test('a link, a selection and the page itself are captured from the real menu', async ({ extension }) => {
  const page = await openPage(extension, PLACE, {
    [PLACE]: PAGE,
    [NEXT]: PAGE.replaceAll('Monday', 'Tuesday'),
  });
  const desk = await commandPage(extension);
  const titles = async () =>
    (await storedIn(desk).catch(() => ({ titles: [] as string[] }))).titles.toSorted();
  await extension.useMenu(page, '#link', ['Up', 'Up', 'Return']);
  await expect.poll(titles).toEqual(['Repair the crane of quay four']);

  await page.locator('#plain').selectText();
  await extension.useMenu(page, '#plain', ['Up', 'Up', 'Return']);
  await expect.poll(titles).toEqual(['Minutes of Monday', 'Repair the crane of quay four']);

  await page.goto(NEXT);
  await extension.useMenu(page, 'h1', ['Up', 'Up', 'Up', 'Right', 'Return']);
  await expect.poll(titles).toContain('Minutes of Tuesday');
});
