import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Account, type Outcome } from './account';
import { stored } from './asking';
import type { Case, Rig } from './case';
import { RigBrowser } from './rig-browser';

type World = {
  chrome: {
    runtime: { reload(): void };
    storage: { local: { get(keys: null): Promise<Record<string, unknown>> } };
    browsingData: { remove(since: object, what: object): Promise<void> };
  };
};

/** The sidebar's page as soon as the extension is there again; where it does not come back by itself, after a restart. */
async function opened(browser: RigBrowser, account: Account): Promise<Page> {
  const address = `chrome-extension://${browser.id}/sidepanel.html`;
  const page = await browser.context.newPage();
  for (let tries = 0; tries < 30; tries += 1) {
    if (await page.goto(address).catch(() => undefined)) return page; // not loaded again yet
    await page.waitForTimeout(100);
  }
  account.notes.push('started by flags, it came back with the browser only');
  await browser.stop();
  await browser.start();
  const later = await browser.context.newPage();
  await later.goto(address);
  return later;
}

/** Ms until these words lie in the browser's storage; undefined where they do not within 5 s. */
const keptWithin = (page: Page, words: string): Promise<number | undefined> =>
  page.evaluate(async (text) => {
    const { local } = (globalThis as unknown as World).chrome.storage;
    const from = performance.now();
    while (performance.now() < from + 5_000) {
      const all = Object.entries(await local.get(null));
      const isKept = all.some(([key, value]) => key.startsWith('d:') && JSON.stringify(value).includes(text));
      if (isKept) return Math.round(performance.now() - from);
    }
    return undefined;
  }, words);

/** The extension is reloaded, as an update does it, after captures and with a title half typed. */
async function reload({ build }: Rig): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const desk = await browser.desk();
    await account.capture(desk, 0, 20);
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.id}/sidepanel.html`);
    const half = 'A title half typ';
    await page.locator('#line').pressSequentially(half);
    const kept = await keptWithin(desk, half);
    account.notes.push(
      kept === undefined ? 'the text found no safe place' : `safe ${kept} ms after the last key`,
    );
    await desk
      .evaluate(() => (globalThis as unknown as World).chrome.runtime.reload())
      .catch(() => undefined); // the page goes with it
    const again = await opened(browser, account);
    const line = await again
      .locator('#line')
      .inputValue({ timeout: 5_000 })
      .catch(() => '');
    account.expect(line === half, `half-typed text: "${line}"`);
    return await account.settle(browser);
  } finally {
    await browser.close();
  }
}

/** What another extension may clear: everything there is, since ever. */
async function clear({ build }: Rig): Promise<Outcome> {
  const browser = RigBrowser.prepared({ build });
  const helper = join(browser.folder, 'clearing');
  mkdirSync(helper, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Clearing',
    version: '1',
    permissions: ['browsingData'],
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(helper, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(helper, 'worker.js'), '');
  try {
    await browser.start([], [helper]);
    const account = new Account();
    const desk = await browser.desk();
    await account.capture(desk, 0, 20);
    const others = browser.context.serviceWorkers().filter((each) => !each.url().includes(browser.id));
    const other =
      others[0] ??
      (await browser.context.waitForEvent('serviceworker', (each) => !each.url().includes(browser.id)));
    await other.evaluate(() =>
      (globalThis as unknown as World).chrome.browsingData.remove(
        { since: 0 },
        {
          ...{ cache: true, cacheStorage: true, cookies: true, downloads: true, fileSystems: true },
          ...{ formData: true, history: true, indexedDB: true, localStorage: true },
          ...{ serviceWorkers: true, webSQL: true },
        },
      ),
    );
    account.expect((await stored(desk)).items.length === 20, 'gone at once');
    await browser.stop();
    await browser.start();
    return await account.settle(browser);
  } finally {
    await browser.close();
  }
}

export const RELOAD: Case = {
  name: 'reload',
  what: 'the extension is reloaded, as by an update, with text half typed',
  runs: 2,
  run: reload,
};
export const CLEARED: Case = {
  name: 'cleared',
  what: 'another extension clears everything that it may',
  runs: 1,
  run: clear,
};
