import type { Page } from '@playwright/test';
import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { pressCapture } from '../support/hostile-pages';
import { servePages } from '../support/routes';
import { captureOnlyWhenPressed } from '../support/sidebar-page';

const SITE = 'https://places.example';
/** The smallest document that a viewer takes, with a title of its own. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
4 0 obj<</Title(Offer for the hall)>>endobj
trailer<</Root 1 0 R/Info 4 0 R/Size 5>>
%%EOF`;
const PAGES = {
  [`${SITE}/offer.pdf`]: { html: PDF, headers: { 'content-type': 'application/pdf' } },
  [`${SITE}/frameset`]:
    '<!doctype html><title>A page of frames</title><frameset cols="50%,50%"><frame src="/one"><frame src="/two"></frameset>',
  [`${SITE}/one`]: '<!doctype html><title>One</title><h1>One</h1>',
  [`${SITE}/two`]: '<!doctype html><title>Two</title><h1>Two</h1>',
};

/** Web pages of an unusual form: they are captured by what their tab tells. */
const CAPTURED = { [`${SITE}/offer.pdf`]: /offer/i, [`${SITE}/frameset`]: /A page of frames/ };
/** What is not a page of the web: the popup says so. */
const REFUSED = ['about:blank', `view-source:${SITE}/one`, 'chrome://version/'];

test('HP-17d: a document and a page of frames are captured; what is no page is named as such, never passed over', async ({
  extension,
}) => {
  test.setTimeout(90_000);
  await captureOnlyWhenPressed(extension);
  await servePages(extension.context, PAGES);
  const desk = await commandPage(extension);
  const titles = async () => (await storedIn(desk).catch(() => ({ titles: [] as string[] }))).titles;
  const visit = async (url: string): Promise<Page> => {
    const page = await extension.context.newPage();
    await page.goto(url).catch(() => undefined); // a viewer takes over, which Playwright takes for a failure
    return page;
  };
  for (const [at, [url, title]] of Object.entries(CAPTURED).entries()) {
    const page = await visit(url);
    await extension.grant(page);
    await page.bringToFront();
    await pressCapture(extension);
    await expect.poll(async () => (await titles()).length, url).toBe(at + 1);
    expect(
      (await titles()).some((one) => title.test(one)),
      `${url}: ${(await titles()).join()}`,
    ).toBe(true);
  }
  for (const url of REFUSED) {
    const page = await visit(url);
    // Of the source of a page Playwright tells the page's own address.
    const popup = await extension.openPopup(Object.assign(Object.create(page) as Page, { url: () => url }));
    await popup.waitForText(/page of the browser itself/);
    await popup.close();
  }
  expect(await titles()).toHaveLength(2);
});
