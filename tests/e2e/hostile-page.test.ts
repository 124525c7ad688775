import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { openPage } from '../support/sidebar-page';

test.use({ headed: true });

const at = (path: string) => `https://hostile.example/${path}`;
const PAGES = {
  [at('long')]: `<!doctype html><title>${'long words '.repeat(1_000_000)}</title><h1>Something else</h1>`,
  [at('liar')]: `<!doctype html><script>
    Object.defineProperty(document, 'title', { get() { window.wasRead = true; return 'EVIL'; } });
    Array.prototype.map = JSON.parse = String.prototype.trim = () => { window.wasRead = true; return 'EVIL'; };
    Object.defineProperty(Node.prototype, 'textContent', { get() { window.wasRead = true; return 'EVIL'; } });
    </script><title>The true title</title><h1>The true title</h1>`,
  [at('markup')]:
    `<!doctype html><title>&lt;img src=x onerror="alert(1)"&gt;&lt;script&gt;alert(2)&lt;/script&gt; and \u202Eback</title>`,
  [at('clobbered')]: `<!doctype html><title>Clobbered all over</title><h1>Clobbered all over</h1>
    <img name="title"><form name="querySelector"><input name="getAttribute"></form><img name="documentElement"><img name="body">`,
};

test('a page that lies, is too long, smuggles markup or hides its own document is captured as what it is', async ({
  extension,
}) => {
  const desk = await commandPage(extension);
  const titles = async () => (await storedIn(desk).catch(() => ({ titles: [] as string[] }))).titles;
  for (const [index, url] of Object.keys(PAGES).entries()) {
    const page = await openPage(extension, url, PAGES);
    page.on('dialog', () => expect(url, 'no text of a page may run').toBe(''));
    await extension.pressShortcut(page, 'alt+shift+k');
    await expect.poll(async () => (await titles()).length).toBe(index + 1);
    expect(await page.evaluate(() => 'wasRead' in window), 'the page saw itself being read').toBe(false);
  }
  const [long, liar, markup, clobbered] = (await titles()).toSorted((a, b) => b.length - a.length);
  expect(long).toHaveLength(500);
  expect([liar, markup, clobbered]).toEqual(
    expect.arrayContaining(['The true title', 'Clobbered all over', expect.stringContaining('<img src=x')]),
  );
  const panel = await extension.context.newPage();
  panel.on('dialog', () => expect('a dialog', 'no text of a page may run').toBe(''));
  await panel.goto(`chrome-extension://${extension.id}/sidepanel.html`);
  await expect(panel.getByRole('option')).toHaveCount(4);
  expect(await panel.locator('img, script:not([src])').count()).toBe(0);
  await expect(panel.locator('body')).not.toContainText('\u202E');
});
