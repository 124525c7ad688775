import type { Frame, Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { expect, test } from '../support/extension';
import { ORDINARY_PAGES } from '../support/ordinary-pages';
import { captureOnlyWhenPressed, openPage, openSidebar } from '../support/sidebar-page';

const SITE = 'https://situations.example';
const COVERED = 'This page covers the sidebar; nothing was changed.';

/** The button that captures the page shown, in the middle, in px of the window. */
async function captureButton(page: Page, sidebar: Frame): Promise<[number, number]> {
  const inFrame = await sidebar
    .locator('[data-page]')
    .getByRole('button', { name: 'Capture' })
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: (left + width / 2) / innerWidth, y: (top + height / 2) / innerHeight };
    });
  const host = await page.evaluate(() => {
    const hosts = [...document.documentElement.children].filter(({ localName }) => localName.includes('-'));
    return hosts.at(-1)?.getBoundingClientRect().toJSON() as DOMRect;
  });
  return [host.x + inFrame.x * host.width, host.y + inFrame.y * host.height];
}

/** A real click on Capture counts, and nobody is warned. */
async function capture(page: Page, sidebar: Frame, name: string): Promise<void> {
  const card = sidebar.locator('[data-page]');
  await expect(card.getByRole('button', { name: 'Capture' }).first(), name).toBeVisible();
  await page.mouse.click(...(await captureButton(page, sidebar)), { delay: 40 });
  await expect(card, name).not.toContainText('Capture');
  await expect(sidebar.getByText(COVERED), name).toHaveCount(0);
}

/** What happens to a browser's window and tab in a day. */
const SITUATIONS: Record<string, (page: Page, extension: ChromiumWithExtension) => Promise<void>> = {
  'a video in full screen, and back': async (page) => {
    await page.evaluate(() => {
      const video = document.body.appendChild(document.createElement('video'));
      video.style.cssText = 'position:fixed;left:20px;top:80px;width:300px;height:200px;background:#000';
      video.addEventListener('click', () => void video.requestFullscreen());
    });
    await page.mouse.click(120, 160);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.fullscreenElement === null);
    await backToWork(page);
  },
  'half as large': (_page, extension) => zoomTo(extension, 0.5),
  'four fifths as large': (_page, extension) => zoomTo(extension, 0.8),
  'a quarter larger': (_page, extension) => zoomTo(extension, 1.25),
  'twice as large': (_page, extension) => zoomTo(extension, 2),
  'as it was': (_page, extension) => zoomTo(extension, 1),
  'on a screen of one and a half': async (page) => {
    const session = await page.context().newCDPSession(page);
    const screen = { width: 1280, height: 800, deviceScaleFactor: 1.5, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', screen);
  },
  'in a small window': (page) => page.setViewportSize({ width: 700, height: 420 }),
  'in a large one': (page) => page.setViewportSize({ width: 1280, height: 800 }),
  'printed meanwhile': async (page) => {
    await page.pdf();
    await backToWork(page);
  },
  'in the back for a while': async (page) => {
    const other = await page.context().newPage();
    await other.bringToFront();
    await other.waitForFunction(() => document.visibilityState === 'visible');
    await page.bringToFront();
    await other.close();
    await backToWork(page);
  },
  'left and come back to': async (page) => {
    await page.goto(`${SITE}/elsewhere`);
    await page.goBack();
  },
};

/** What a person needs at least to get to the sidebar when it was out of their sight, as it is in print too. */
const backToWork = (page: Page) => page.evaluate(() => new Promise<void>((done) => setTimeout(done, 1_000)));

async function zoomTo(extension: ChromiumWithExtension, zoom: number): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate((factor) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { setZoom(to: number): Promise<void> } } })
      .chrome;
    return tabs.setZoom(factor);
  }, zoom);
}

const pages = Object.fromEntries(ORDINARY_PAGES.map(({ url, html }) => [url, html]));

/** The sidebar over the first of some pages; it follows to the others, which are of the same site. */
async function begin(extension: ChromiumWithExtension, url = ''): Promise<{ page: Page; sidebar: Frame }> {
  await captureOnlyWhenPressed(extension);
  const page = await openPage(extension, url, pages);
  return { page, sidebar: await openSidebar(extension, page) };
}

for (const half of [0, 1])
  test(`CJ-10: on ordinary pages the sidebar is usable and quiet, part ${half + 1} of 2`, async ({
    extension,
  }) => {
    test.setTimeout(120_000);
    const some = ORDINARY_PAGES.filter((_, at) => at % 2 === half);
    const { page } = await begin(extension, some[0]?.url);
    for (const { name, title, url } of some) {
      if (page.url() !== url) await page.goto(url);
      const sidebar = await extension.sidebarFrame(page);
      await expect(sidebar.locator('[data-page]'), name).toContainText(title, { timeout: 15_000 });
      await capture(page, sidebar, name);
    }
  });

test('CJ-10: whatever happens to its window, the sidebar is usable and quiet', async ({ extension }) => {
  test.setTimeout(120_000);
  const names = Object.keys(SITUATIONS);
  for (const [at, name] of [...names, 'elsewhere'].entries())
    pages[`${SITE}/${name === 'elsewhere' ? name : at}`] =
      `<!doctype html><title>${name}</title><h1>${name}</h1>`;
  const { page } = await begin(extension, `${SITE}/0`);
  for (const [at, [name, happens]] of Object.entries(SITUATIONS).entries()) {
    if (at > 0) await page.goto(`${SITE}/${at}`);
    await expect((await extension.sidebarFrame(page)).locator('[data-page]'), name).toContainText(name);
    await happens(page, extension);
    const sidebar = await extension.sidebarFrame(page);
    await expect(sidebar.locator('[data-page]'), name).toContainText(name);
    await capture(page, sidebar, name);
  }
});
