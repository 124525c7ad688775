import { newId } from '@/utils/model/ids';
import { commandPage, sendFrom } from '../support/commands';
import { expect, test } from '../support/extension';
import { openPage, openSidebar } from '../support/sidebar-page';

const PLACE = 'https://elsewhere.example/';
/** A page that looks for everything it could get hold of, from the moment it is there. */
const SPY = `<!doctype html><title>Somewhere else</title><h1>Somewhere else</h1><p id="own">Own words</p>
<script>
  window.heard = [];
  for (const type of ['message', 'keydown', 'keyup', 'input', 'focusin', 'pointerdown', 'copy', 'beforeinput'])
    addEventListener(type, (event) => heard.push(type + ' ' + JSON.stringify(event.data ?? '') + (event.key ?? '')), true);
  new MutationObserver((changes) => { for (const { addedNodes } of changes) for (const node of addedNodes)
    heard.push('node ' + (node.outerHTML ?? node.data) + (node.textContent ?? '')); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;
const SECRETS = ['Globex merger', 'Maria Keller', 'ops-secret', 'Signed before Friday', 'works.example'];

/** Everything that a page's own script can read of itself and of what stands in it. */
function readEverything(): string {
  const found: unknown[] = [document.title, document.documentElement.outerHTML, location.href];
  const walk = (root: Document | ShadowRoot | Element): void => {
    for (const element of root.querySelectorAll('*')) {
      found.push(
        element.textContent,
        element.getAttributeNames().map((name) => element.getAttribute(name)),
      );
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  for (let index = 0; index < window.length; index += 1) {
    for (const read of [
      () => window[index]?.document.documentElement.outerHTML,
      () => window[index]?.location.href,
      () => window[index]?.name,
    ]) {
      try {
        found.push(read());
      } catch {
        // Another origin's: as it shall be.
      }
    }
  }
  const [body] = [document.body];
  getSelection()?.selectAllChildren(document.documentElement);
  found.push(getSelection()?.toString(), body.innerText);
  getSelection()?.removeAllRanges();
  // The browser's own search within the page, as a page may call it.
  const { find } = globalThis as unknown as { find?(text: string): boolean };
  if (find?.('Globex merger')) found.push('Globex merger is found');
  found.push(performance.getEntries().map(({ name }) => name));
  found.push(Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, history.state);
  found.push((globalThis as unknown as { heard: string[] }).heard);
  return JSON.stringify(found);
}

test('with the sidebar open a page reaches no word of an item: DOM, title, frames, search, events (PV-03)', async ({
  extension,
}) => {
  const desk = await commandPage(extension);
  const { reply } = await sendFrom(
    desk,
    'item.add',
    { title: 'Globex merger', note: 'Signed before Friday', tags: ['ops-secret'], requester: 'Maria Keller' },
    newId(1),
  );
  expect(reply.ok).toBe(true);
  await desk.close();
  const page = await openPage(extension, PLACE, { [PLACE]: SPY });
  const sidebar = await openSidebar(extension, page);
  const row = sidebar.getByRole('option', { name: /Globex merger/ });
  await expect(row).toBeVisible();

  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const read = async () => {
    // The tree of the page's own document: what stands in the frame of ours is a tree of its own.
    const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: frameTree.frame.id });
    const names = nodes.map(({ name, value, description }) => [
      name?.value,
      value?.value,
      description?.value,
    ]);
    return {
      tree: JSON.stringify(names),
      page: await page.evaluate(readEverything),
      title: await page.title(),
    };
  };
  const before = await read();
  expect(before.tree).toContain('Own words');
  // A card with every field open, and a search for the item typed into the sidebar.
  await row.click();
  await expect(sidebar.getByRole('dialog')).toBeVisible();
  const withCard = await read();
  await page.keyboard.press('Escape');
  await sidebar.locator('body').press('/');
  await page.keyboard.type('Globex merger');
  const searched = await read();
  for (const all of [before, withCard, searched])
    for (const secret of SECRETS) {
      expect(all.page).not.toContain(secret);
      expect(all.tree).not.toContain(secret);
      expect(all.title).toBe('Somewhere else');
    }
  // What a screen reader says of the frame, from outside: that it is there, by our name.
  expect(await sidebar.title()).toBe('Throughline');
});

test('the tab’s title and the icon’s words name no item, also of a known page (PV-03)', async ({
  extension,
}) => {
  const known = 'https://works.example/first';
  const page = await openPage(extension, known, {
    [known]: '<!doctype html><title>Globex merger</title><h1>Globex merger</h1>',
  });
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('Globex merger');
  const worker = await extension.worker();
  const said = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(which: object): Promise<{ id: number }[]> };
        action: {
          getTitle(of: { tabId: number }): Promise<string>;
          getBadgeText(of: { tabId: number }): Promise<string>;
        };
      };
    };
    const [tab] = await chrome.tabs.query({ active: true });
    const of = { tabId: tab?.id ?? -1 };
    return [await chrome.action.getTitle(of), await chrome.action.getBadgeText(of)];
  });
  expect(said.join()).not.toContain('Globex');
  expect(await page.title()).toBe('Globex merger'); // the page's own
});
