import type { CDPSession, Frame, Page } from '@playwright/test';
import type { Settings } from '@/utils/model/settings';
import type { Album } from './album';
import type { Place } from './sample-pages';
import type { Stage } from './stage';

export const WIDTHS = [320, 400, 520] as const;
export const THEMES = ['light', 'dark'] as const;

/** The part of a page where the sidebar lies, on the right. */
async function picture(page: Page, width: number): Promise<Buffer> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  return page.screenshot({ clip: { x: size.width - width, y: 0, width, height: size.height } });
}

/** The sidebar with one inventory, in each width and theme. */
export async function contents(stage: Stage, album: Album, name: string, place: Place): Promise<void> {
  const page = await stage.open(place);
  const frame = await stage.sidebar(page);
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      await stage.change({ theme, width });
      album.keep(`sidebar-${name}`, `${theme}-${width}`, await picture(page, width));
    }
  }
  await stage.change({ theme: 'light', width: 400 });
  await scrolled(frame, stage);
  album.keep(`sidebar-${name}`, 'light-400-scrolled', await picture(page, 400));
  await page.close();
}

async function scrolled(frame: Frame, stage: Stage): Promise<void> {
  await frame.locator('[data-scroller]').evaluate((scroller) => scroller.scrollBy(0, 700));
  await stage.still();
}

const CARDS: Place[] = [
  'known',
  'drift',
  'unknown',
  'long',
  'list',
  'mail',
  'ordinary',
  'doubtful',
  'rightToLeft',
];

/** What the sidebar says of a page, for each kind of page. */
export async function cards(stage: Stage, album: Album): Promise<void> {
  await stage.change({ width: 360, theme: 'light' });
  for (const place of CARDS) {
    const page = await stage.open(place);
    await stage.sidebar(page);
    for (const theme of THEMES) {
      await stage.change({ theme });
      album.keep('page-card', `${place}-${theme}`, await picture(page, 360));
    }
    await page.close();
  }
}

/** How something is brought over the list; `changes` where an item is changed by it. */
type Way = { name: string; put(frame: Frame, page: Page): Promise<unknown>; changes?: true };

const chooseFirst = async (frame: Frame, page: Page) => {
  await frame.locator('[data-rows="today"]').focus();
  await page.keyboard.press('j');
};
const byKey = (key: string) => async (frame: Frame, page: Page) => {
  await chooseFirst(frame, page);
  await page.keyboard.press(key);
};
const write = (line: string) => async (frame: Frame, page: Page) => {
  await frame.locator('#line').focus();
  await page.keyboard.insertText(line);
};

/** Everything that comes over the list. */
const COVERS: Way[] = [
  { name: 'chosen', put: chooseFirst },
  { name: 'card', put: byKey('Enter') },
  { name: 'card-edit', put: byKey('e') },
  { name: 'wait', put: byKey('w') },
  { name: 'block', put: byKey('b') },
  { name: 'snooze', put: byKey('z') },
  { name: 'menu', put: byKey('m') },
  { name: 'help', put: byKey('?') },
  { name: 'search', put: write('quote') },
  { name: 'search-nothing', put: write('zeppelin') },
  { name: 'quick-add', put: write('Pay Ana fri !2 #ops @maria ~30m') },
  { name: 'undo', put: byKey('d'), changes: true },
  { name: 'not-saved', put: refuse('disk-full') },
  { name: 'not-reached', put: refuse('unreachable') },
];

/** Makes every further command of the frame be refused, then presses a key. */
function refuse(code: string): Way['put'] {
  return async (frame, page) => {
    await frame.evaluate((refusal) => {
      type Runtime = { sendMessage(message: unknown): Promise<unknown> };
      const { browser } = globalThis as unknown as { browser: { runtime: Runtime } };
      browser.runtime.sendMessage = async () => ({ ok: false, code: refusal });
    }, code);
    await byKey('s')(frame, page);
  };
}

/** The covers, each in a sidebar of its own so that none is in the way of the next. */
export async function covers(
  stage: Stage,
  album: Album,
  subject = 'covers',
  settings: Partial<Settings> = {},
): Promise<void> {
  for (const theme of THEMES) {
    await stage.change({ width: 360, theme, ...settings });
    for (const { name, put, changes } of COVERS) {
      const page = await stage.open('known');
      const frame = await stage.sidebar(page);
      try {
        await put(frame, page);
      } catch (error) {
        console.error(`  ${subject} ${name}: ${String(error).split('\n')[0]}`);
      }
      await stage.still();
      album.keep(subject, `${name}-${theme}`, await picture(page, 360));
      await page.close();
      if (changes) await stage.send('undo', {});
    }
    if (subject !== 'covers') return;
  }
}

/** Other languages, forced colours, and everything twice as large. */
export async function manners(stage: Stage, album: Album): Promise<void> {
  const page = await stage.open('known');
  await stage.sidebar(page);
  const keep = async (name: string, width: number) => album.keep('manners', name, await picture(page, width));
  for (const language of ['de', 'pseudo'] as const) {
    for (const width of [320, 400]) {
      await stage.change({ language, width, theme: 'light' });
      await keep(`${language}-${width}`, width);
    }
  }
  await stage.change({ language: 'auto', width: 360, theme: 'auto' });
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await stage.still();
    await keep(`forced-colours-${colorScheme}`, 360);
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await stage.still();
  album.keep('manners', 'page-beside', await page.screenshot());
  const session = await stage.extension.context.newCDPSession(page);
  album.keep('manners', 'zoom-200', await zoomed(session, stage));
  await page.close();
}

/** What a zoom of 200 % does to a window of 1280 × 800: half the CSS pixels, each twice as large. */
async function zoomed(session: CDPSession, stage: Stage): Promise<Buffer> {
  const metrics = { width: 640, height: 400, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await stage.still();
  // Not page.screenshot, which sets the viewport back.
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  return Buffer.from(data, 'base64');
}

/** The same app as a page of the browser's own panel. */
export async function panel(stage: Stage, album: Album): Promise<void> {
  const page = await stage.extension.context.newPage();
  await page.setViewportSize({ width: 360, height: 800 });
  for (const theme of THEMES) {
    await stage.change({ theme });
    await page.goto(`${stage.address}sidepanel.html`);
    await stage.still();
    album.keep('panel', `in-the-browsers-panel-${theme}`, await page.screenshot());
  }
  await page.close();
}
