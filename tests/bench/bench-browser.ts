import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  expect,
  type Page,
  type Worker,
} from '@playwright/test';
import { QUIET_CHROMIUM } from '../../.ci/browsers.mjs';
import { program } from '../support/browser';
import { DevtoolsTarget } from '../support/devtools-target';

/** The id that Chromium gives an unpacked extension: its path, hashed, with the digits a to p. */
function idOf(folder: string): string {
  const digits = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return Array.from(digits, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * A Chromium for measuring: one profile, any number of extensions side by side so that ours and its floor are
 * measured in the same browser, and none of the logs that tests of conduct write.
 */
export type BenchBrowser = {
  context: BrowserContext;
  devtools: CDPSession;
  idOf(folder: string): string;
  worker(folder: string): Promise<Worker>;
  /** Ends the extension's worker, as the browser does after 30 idle seconds. */
  stopWorker(folder: string): Promise<void>;
  /** Gives the extension the person's leave for this page, without opening anything. */
  grant(folder: string, page: Page): Promise<void>;
  pressToolbarButton(folder: string, page: Page): Promise<void>;
  /** Attaches to a page that Playwright does not list. */
  attachTo(address: string): Promise<DevtoolsTarget>;
  close(): Promise<void>;
};

export async function openBrowser(folders: readonly string[]): Promise<BenchBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const list = folders.map((folder) => realpathSync(folder)).join(',');
  const extensions = list === '' ? [] : [`--disable-extensions-except=${list}`, `--load-extension=${list}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program('chromium'),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [...QUIET_CHROMIUM, ...extensions],
  });
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave a context without its browser');
  const devtools = await browser.newBrowserCDPSession();
  const worker = async (folder: string) => {
    const isOurs = (each: Worker) => each.url().includes(idOf(folder));
    return context.serviceWorkers().find(isOurs) ?? context.waitForEvent('serviceworker', isOurs);
  };
  const pressToolbarButton = (folder: string, page: Page) => press(devtools, idOf(folder), page);
  return {
    context,
    devtools,
    idOf,
    worker,
    stopWorker: (folder) => stop(devtools, idOf(folder)),
    async grant(folder, page) {
      const own = await worker(folder);
      // Without a popup the press is a click that the extension hears, and it grants the page all the same.
      const popup = await own.evaluate(async () => {
        const before = await chrome.action.getPopup({});
        await chrome.action.setPopup({ popup: '' });
        return before;
      });
      await pressToolbarButton(folder, page);
      await own.evaluate((address) => chrome.action.setPopup({ popup: address }), popup);
    },
    pressToolbarButton,
    attachTo: (address) => attachTo(devtools, address),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function press(devtools: CDPSession, id: string, page: Page): Promise<void> {
  await page.bringToFront();
  const { targetInfos } = await devtools.send('Target.getTargets', {
    filter: [{ type: 'tab', exclude: false }],
  });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  // Playwright's types do not know this domain yet; the browser does (since Chromium 143).
  const send = devtools.send.bind(devtools) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id, targetId: tab.targetId });
}

const STOPS = 8;

/** An event of a tab may wake the worker again at once: stops it until it stays away for a moment. */
async function stop(devtools: CDPSession, id: string): Promise<void> {
  const find = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  };
  for (let tries = 0; tries < STOPS; tries += 1) {
    const target = await find();
    if (!target) return;
    await devtools.send('Target.closeTarget', { targetId: target.targetId });
    await setTimeout(200);
  }
  throw new Error('the worker is woken again and again');
}

async function attachTo(devtools: CDPSession, address: string): Promise<DevtoolsTarget> {
  const find = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.find(({ url }) => url.startsWith(address));
  };
  await expect.poll(find, { message: `${address} is open`, intervals: [20] }).toBeDefined();
  const target = await find();
  if (!target) throw new Error(`${address} closed again`);
  return DevtoolsTarget.attach(devtools, target.targetId);
}
