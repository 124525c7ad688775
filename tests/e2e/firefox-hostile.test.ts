import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { FirefoxWithExtension } from '../support/firefox';
import { captureInFront, letIn, openSidebarOver, titlesIn, typeLine } from '../support/firefox-sidebar';
import { serveHostile } from '../support/hostile-server';

const BUILD =
  process.env['THROUGHLINE_FIREFOX_BUILD'] ?? resolve(import.meta.dirname, '../../.output/firefox-mv3');

type Hostile = {
  firefox: FirefoxWithExtension;
  at(file: string): string;
  /** A page of the extension. */
  desk: string;
  /** Opens a hostile page and the sidebar over it. */
  visit(file: string, title: string): Promise<{ tab: string; frame: string }>;
};

/** Does all in one Firefox: it takes as long to start as the rest. */
async function inFirefox(run: (hostile: Hostile) => Promise<void>): Promise<void> {
  expect(existsSync(BUILD), 'run "npm run build" first').toBe(true);
  const pages = await serveHostile();
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html'));
    await firefox.until(desk, 'document.body.innerText.length > 0');
    const visit = async (file: string, title: string) => {
      const tab = await firefox.open(pages.at(file));
      return { tab, frame: await openSidebarOver(firefox, desk, tab, title) };
    };
    await run({ firefox, at: pages.at, desk, visit });
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
    pages.stop();
  }
}

const strangers = `[...document.documentElement.children].filter(({ localName }) => localName.includes('-')).length`;

test('in Firefox a page that listens, looks, frames and imitates gets nothing and changes nothing', async () => {
  test.setTimeout(90_000);
  await inFirefox(async ({ firefox, desk, visit }) => {
    await test.step('T01: a page that listens hears nothing', async () => {
      const { tab, frame } = await visit('listener.html', 'A page that listens');
      await typeLine(firefox, tab, frame, 'qzsecret');
      await expect.poll(() => titlesIn(firefox, desk)).toContain('qzsecret');
      expect(await firefox.evaluate(tab, `report('qzsecret')`)).toEqual({
        ...{ heard: [], frames: 0, found: false, selected: '', entries: 0, text: false, globals: 0 },
      });
    });

    await test.step('T03: a page that frames our sidebar gets an empty one', async () => {
      const tab = (await visit('framer.html', 'A page that frames us')).tab;
      const known = await firefox.framesIn(tab);
      await firefox.evaluate(tab, `put(${JSON.stringify(firefox.page('sidepanel.html'))})`);
      await expect.poll(async () => (await firefox.framesIn(tab)).length).toBe(2);
      const evil = (await firefox.framesIn(tab)).find((frame) => !known.includes(frame)) ?? '';
      await firefox.until(evil, `document.body.innerText.includes('not connected')`);
      expect(await firefox.evaluate<string>(evil, 'document.body.innerText')).not.toContain('qzsecret');
      const undo = (
        nonce: string,
      ) => `browser.runtime.sendMessage({ kind: 'command', name: 'undo', payload: {},
        id: '01930000-0000-7000-8000-0000000000ff', nonce: ${JSON.stringify(nonce)} })`;
      for (const nonce of ['0123456789abcdef0123456789abcdef', ''])
        expect(await firefox.evaluate(evil, undo(nonce))).toEqual({ ok: false, code: 'not-allowed' });
    });

    await test.step('T04, T08: a page that looks for us finds one element without a name, and reaches no frame', async () => {
      const { tab, frame } = await visit('searcher.html', 'Someone is looking');
      // The host of our pages is another in each installation: no page knows it.
      const look = `look('moz-extension://00000000-0000-4000-8000-000000000000')`;
      expect(await firefox.evaluate(tab, look)).toEqual({
        ...{ fetched: [], named: [], frames: 0, heard: [], chrome: 'undefined', browser: 'undefined' },
        ...{ globals: 0, styles: 0, scripts: 0, entries: 0 },
        tag: [expect.stringMatching(/^[a-z]{5}-[a-z]{5}$/)],
      });
      expect(await firefox.framesIn(tab)).toEqual([frame]);
    });

    await test.step('T05: a page that plays the person changes nothing', async () => {
      const { tab, frame } = await visit('puppet.html', 'A hand that is none');
      const before = await titlesIn(firefox, desk);
      await firefox.evaluate(tab, 'play()');
      // Whatever it set off would be done before this, which the person does.
      await typeLine(firefox, tab, frame, 'by hand');
      await expect.poll(() => titlesIn(firefox, desk)).toContain('by hand');
      expect((await titlesIn(firefox, desk)).toSorted()).toEqual([...before, 'by hand'].toSorted());
      expect(await firefox.evaluate(tab, strangers)).toBe(1);
    });
  });
});

test('in Firefox a page that lies, is too long, never rests or throws us out is read as what it is, and stays quick', async () => {
  test.setTimeout(90_000);
  await inFirefox(async ({ firefox, at, desk, visit }) => {
    await test.step('T06: a page that lies is read as what it is', async () => {
      const { tab } = await visit('liar.html', 'The true title');
      await captureInFront(firefox, desk);
      expect(await firefox.evaluate(tab, `'wasRead' in window`)).toBe(false);
      await visit('clobbered.html', 'Clobbered all over');
      await captureInFront(firefox, desk);
      expect((await titlesIn(firefox, desk)).toSorted()).toEqual(['Clobbered all over', 'The true title']);
    });

    await test.step('T07: a title of a megabyte is cut', async () => {
      // With ten, as in Chromium, Firefox itself is busy for seconds.
      await firefox.open(at('long.html#100000'));
      await letIn(firefox, desk, 'long words');
      await captureInFront(firefox, desk);
      const long = (await titlesIn(firefox, desk)).find((title) => title.startsWith('long words'));
      expect(long).toHaveLength(500);
    });

    await test.step('T07: a page whose address and title never rest is told of at most twice a second', async () => {
      const { tab } = await visit('moving.html', 'Never at one place');
      // Every page of the extension hears what its scripts say.
      await firefox.evaluate(
        desk,
        `void (globalThis.told = 0, browser.runtime.onMessage.addListener(({ name }) => { told += Number(name === 'capture.propose'); }))`,
      );
      const from = performance.now();
      expect(await firefox.evaluate<number>(tab, 'storm(2_000)')).toBeGreaterThan(500);
      const told = await firefox.evaluate<number>(desk, 'told');
      expect(told).toBeGreaterThan(0);
      // By the time that it took: a busy machine lets the storm last longer than was asked for.
      expect(told).toBeLessThanOrEqual((2 * (performance.now() - from)) / 1_000 + 3);
    });

    await test.step('T07: a page that throws the sidebar out has its way after three returns', async () => {
      const { tab } = await visit('remover.html', 'A page that takes us out');
      await firefox.evaluate(tab, 'begin()');
      await expect.poll(() => firefox.evaluate(tab, 'thrownOut')).toBe(4);
      await expect.poll(() => firefox.framesIn(tab)).toEqual([]);
    });
  });
});
