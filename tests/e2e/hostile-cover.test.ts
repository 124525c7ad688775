import type { Frame, Page } from '@playwright/test';
import type { ChromiumWithExtension } from '../support/chromium';
import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { captureOnlyWhenPressed, openPage, openSidebar, PLACE, TOOL } from '../support/sidebar-page';

/**
 * What a page does, again and again, to have a press land on a sidebar that the person does not see. Runs in the page.
 * `cover(style)` is what covers everything, in the top layer, with pointers going through.
 */
const COVERS: Record<string, (cover: (style?: string) => HTMLElement) => () => void> = {
  'something in the top layer': (cover) => {
    const over = document.body.appendChild(cover());
    return () => {
      if (over.matches(':popover-open')) over.hidePopover();
      over.showPopover();
    };
  },
  'the same in a closed shadow tree': (cover) => {
    const over = cover();
    document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }).append(over);
    return () => {
      if (over.matches(':popover-open')) over.hidePopover();
      over.showPopover();
    };
  },
  'the backdrop of something tiny': (cover) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::backdrop { background: #fff !important; pointer-events: none }');
    document.adoptedStyleSheets = [sheet];
    const over = document.body.appendChild(cover('inset:auto auto 0 0;width:1px;height:1px'));
    return () => {
      if (over.matches(':popover-open')) over.hidePopover();
      over.showPopover();
    };
  },
  'a bar over a half of it': (cover) => {
    const over = document.body.appendChild(cover('inset:50% 0 0 auto;width:360px;height:50%'));
    return () => {
      if (over.matches(':popover-open')) over.hidePopover();
      over.showPopover();
    };
  },
  'its host taken out of the top layer, and the page faded': () => () => {
    const host = [...document.documentElement.children].findLast(({ localName }) => localName.includes('-'));
    (host as HTMLElement).hidePopover();
    document.documentElement.style.opacity = '0.01';
  },
  'its host taken out of the top layer, and the page turned': () => () => {
    const host = [...document.documentElement.children].findLast(({ localName }) => localName.includes('-'));
    (host as HTMLElement).hidePopover();
    document.documentElement.style.transform = 'rotate(1deg)';
  },
  'its page made tiny': () => {
    let turn = 0;
    return () => {
      turn += 1;
      document.documentElement.style.zoom = turn % 2 ? '0.1' : '0.11';
    };
  },
};

/** Served with every page: what it covers the sidebar with is kept from all who would hear of it. */
const TRICKS = `<script>
for (const name of ['beforetoggle', 'toggle']) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
window.keepCovering = (way) => {
  const cover = (style = 'inset:0;width:100vw;height:100vh') => {
    const over = document.createElement('div');
    over.setAttribute('popover', 'manual');
    over.style.cssText = 'max-width:none;max-height:none;border:0;margin:0;padding:0;background:#fff;pointer-events:none;' + style;
    return over;
  };
  const act = way(cover);
  act();
  setInterval(act, 20);
};</script>`;

const COVERED = 'This page covers the sidebar; nothing was changed.';

/** Begins to cover the sidebar. */
const coverBy = (page: Page, way: string) => page.addScriptTag({ content: `keepCovering(${way})` });

async function opened(
  extension: ChromiumWithExtension,
  html = TOOL,
): Promise<{ page: Page; sidebar: Frame }> {
  await captureOnlyWhenPressed(extension);
  const page = await openPage(extension, PLACE, { [PLACE]: html });
  const sidebar = await openSidebar(extension, page);
  await expect(sidebar.locator('[data-page]')).toContainText('First piece of work');
  await add(sidebar, 'Before all');
  return { page, sidebar };
}

/** Adds an item by hand and sees it saved: the frame is seen, and what is done in it counts. */
async function add(sidebar: Frame, title: string): Promise<void> {
  await sidebar.locator('#line').fill(title);
  await sidebar.locator('#line').press('Enter');
  await expect(sidebar.locator('#line'), title).toHaveValue('');
  await expect(sidebar.getByText(COVERED), title).toHaveCount(0);
}

/** Where the button that captures the page is, in px of the page, however the page zooms itself. */
async function captureButton(page: Page, sidebar: Frame): Promise<[number, number]> {
  const button = sidebar.locator('[data-page]').getByRole('button', { name: 'Capture' }).first();
  const inFrame = await button.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: (left + width / 2) / innerWidth, y: (top + height / 2) / innerHeight };
  });
  const host = await page.evaluate(() => {
    const hosts = [...document.documentElement.children].filter(({ localName }) => localName.includes('-'));
    return hosts.at(-1)?.getBoundingClientRect().toJSON() as DOMRect;
  });
  return [host.x + inFrame.x * host.width, host.y + inFrame.y * host.height];
}

test('nothing that is pressed in a sidebar which its page covers changes anything, and what was typed stays', async ({
  extension,
}) => {
  const { page, ...first } = await opened(extension, TRICKS + TOOL);
  let { sidebar } = first;
  for (const [name, cover] of Object.entries(COVERS)) {
    await coverBy(page, String(cover));
    await page.mouse.click(...(await captureButton(page, sidebar)));
    await expect(sidebar.getByText(COVERED), name).toBeVisible();
    await sidebar.locator('#line').fill('Call Ana');
    await sidebar.locator('#line').press('Enter');
    await expect(sidebar.getByText(COVERED), name).toHaveCount(2);
    await expect(sidebar.locator('#line'), name).toHaveValue('Call Ana');
    // What is half typed would be there again.
    await sidebar.locator('#line').fill('');
    await page.reload();
    sidebar = await extension.sidebarFrame(page);
    await expect(sidebar.locator('[data-page]')).toContainText('First piece of work');
  }
  expect((await storedIn(await commandPage(extension))).titles).toEqual(['Before all']);
});

test('a sidebar that is hidden only while it is pressed changes nothing', async ({ extension }) => {
  const { page, sidebar } = await opened(extension);
  const [x, y] = await captureButton(page, sidebar);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.setAttribute('popover', 'manual');
    cover.style.cssText =
      'width:100vw;height:100vh;max-width:none;max-height:none;border:0;margin:0;background:#fff;pointer-events:none';
    document.body.append(cover);
    for (const type of ['beforetoggle', 'toggle'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    // The page sees that it lost the focus: then the press was made.
    addEventListener('blur', () => setTimeout(() => cover.hidePopover(), 50), { once: true });
    Object.assign(globalThis, { cover });
  });
  await page.locator('#field').focus();
  // Hidden for so short a time that nobody sees it go, and for long enough to draw the hand elsewhere (CJ-07).
  await page.evaluate(() => {
    (globalThis as unknown as { cover: HTMLElement }).cover.showPopover();
    return new Promise((done) => setTimeout(done, 150));
  });
  await page.mouse.click(x, y, { delay: 20 });
  await expect(sidebar.getByText(COVERED)).toBeVisible();
  expect((await storedIn(await commandPage(extension))).titles).toEqual(['Before all']);
});

/** What ordinary pages have over, under and around themselves while a person works in the sidebar. Runs in the page. */
const ORDINARY: Record<string, () => unknown> = {
  'a dialog that was closed again': () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Sign in';
    document.body.append(dialog);
    dialog.showModal();
    dialog.close();
  },
  'a dialog that is not modal': () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Sign in';
    document.body.append(dialog);
    dialog.show();
  },
  'a cookie banner along the foot of the page': () => {
    const banner = document.createElement('div');
    banner.textContent = 'We value your privacy';
    banner.style.cssText = 'position:fixed;inset:auto 0 0 0;height:120px;z-index:2147483647;background:#eee';
    document.body.append(banner);
  },
  'a popover beside it': () => {
    const menu = document.createElement('div');
    menu.setAttribute('popover', 'auto');
    menu.textContent = 'Rename';
    menu.style.cssText = 'inset:100px auto auto 100px;margin:0;width:200px';
    document.body.append(menu);
    menu.showPopover();
  },
  'windows that are moved by transforms, in a body that is one': () => {
    document.body.style.cssText = 'transform:translateZ(0);filter:brightness(.99);position:absolute;inset:0';
    const shown = document.createElement('div');
    shown.style.cssText =
      'position:absolute;transform:translate3d(400px,90px,0);width:600px;height:400px;z-index:19000;background:#f5f5f5';
    document.body.append(shown);
    const mask = document.createElement('div');
    mask.style.cssText = 'position:fixed;inset:0;opacity:.5;background:#fff;z-index:18999';
    document.body.append(mask);
  },
  'a page that scrolls smoothly': () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    document.body.style.height = '9000px';
    scrollTo(0, 4_000);
  },
  'a page that never rests': () => {
    let turn = 0;
    setInterval(() => {
      turn += 1;
      document.body.style.backgroundColor = `hsl(${turn % 360} 50% 90%)`;
      document.documentElement.dataset['turn'] = String(turn);
    }, 4);
  },
  'a tip in a closed shadow tree': () => {
    const tip = document.createElement('div');
    tip.setAttribute('popover', 'manual');
    tip.textContent = 'Rename';
    tip.style.cssText = 'inset:100px auto auto 100px;margin:0;width:200px';
    document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }).append(tip);
    tip.showPopover();
  },
  'a notice in its own corner': () => {
    const notice = document.createElement('div');
    notice.setAttribute('popover', 'manual');
    notice.textContent = 'Saved';
    notice.style.cssText = 'inset:16px 16px auto auto;margin:0;width:240px;height:60px';
    document.body.append(notice);
    notice.showPopover();
  },
  'a page that zooms itself': () => {
    document.documentElement.style.zoom = '1.25';
  },
};

/** What a person needs at least to get from the page's own things to the sidebar and to do something there. */
const beginsToWork = (sidebar: Frame) =>
  sidebar.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));

for (const [name, happens] of Object.entries(ORDINARY))
  test(`the sidebar is quiet and usable over ${name}`, async ({ extension }) => {
    const { page, sidebar } = await opened(extension);
    await page.evaluate(happens);
    await beginsToWork(sidebar);
    await add(sidebar, 'Worked on');
    await page.mouse.click(...(await captureButton(page, sidebar)));
    await expect(sidebar.locator('[data-page]')).not.toContainText('Capture');
    await expect(sidebar.getByText(COVERED)).toHaveCount(0);
  });
