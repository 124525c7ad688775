import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  expect,
  type Frame,
  type Page,
  type Worker,
} from '@playwright/test';
import { QUIET_CHROMIUM } from '../../.ci/browsers.mjs';
import { startHiddenScreen, type Screen } from '../../.ci/display.mjs';
import { program } from './browser';
import { logFlags, misconductOf } from './conduct';
import { DevtoolsTarget } from './devtools-target';

export type LaunchOptions = {
  /** The unpacked extension. */
  build: string;
  /** On a hidden screen instead of headless: needed where a real key or a real menu is pressed. */
  headed?: boolean;
  /** Leave the page of first steps open, which an installation opens. Without it, it is closed before a test begins. */
  welcome?: boolean;
  /** Further flags of Chromium. */
  args?: string[];
  colorScheme?: 'light' | 'dark';
  locale?: string;
};

type Target = { targetId: string; type: string; url: string };

/**
 * A real Chromium with the extension in a profile of its own. Everything a person does goes the person's way:
 * the toolbar button by the browser's own action, shortcuts by real keys.
 */
export class ChromiumWithExtension {
  readonly #folder = mkdtempSync(join(tmpdir(), 'throughline-chromium-'));
  #runs = 0;
  #display: Screen | undefined;
  #context: BrowserContext | undefined;
  #browser: CDPSession | undefined;
  #id = '';

  readonly #options: LaunchOptions;

  private constructor(options: LaunchOptions) {
    this.#options = options;
  }

  static async launch(options: LaunchOptions): Promise<ChromiumWithExtension> {
    const instance = new ChromiumWithExtension(options);
    await instance.#start();
    if (!options.welcome && existsSync(join(options.build, 'desk.html'))) await instance.#closeWelcome();
    return instance;
  }

  /** A page that opens by itself would take the focus from a test's own at any moment. */
  async #closeWelcome(): Promise<void> {
    const isWelcome = (page: Page) => page.url().includes('/desk.html');
    const open = this.context.pages().find(isWelcome);
    await (open ?? (await this.context.waitForEvent('page', isWelcome))).close();
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  /** The extension's id: the host of its pages. */
  get id(): string {
    return this.#id;
  }

  /** A DevTools session of the whole browser. */
  get devtools(): CDPSession {
    if (!this.#browser) throw new Error('the browser is not running');
    return this.#browser;
  }

  async #start(): Promise<void> {
    const { build, headed = false, args = [], colorScheme, locale } = this.#options;
    if (headed) this.#display ??= await startHiddenScreen();
    const logs = join(this.#folder, `run-${++this.#runs}`);
    mkdirSync(logs);
    this.#context = await chromium.launchPersistentContext(join(this.#folder, 'profile'), {
      executablePath: program('chromium'),
      headless: !headed,
      viewport: headed ? null : { width: 1280, height: 800 },
      ...(colorScheme && { colorScheme }),
      ...(locale && { locale }),
      env: { ...process.env, ...(this.#display && { DISPLAY: this.#display.name }) },
      args: [
        ...QUIET_CHROMIUM,
        ...logFlags(logs),
        `--disable-extensions-except=${build}`,
        `--load-extension=${build}`,
        ...args,
      ],
    });
    const browser = this.#context.browser();
    if (!browser) throw new Error('Playwright gave a context without its browser');
    this.#browser = await browser.newBrowserCDPSession();
    this.#id = new URL((await this.worker()).url()).host;
  }

  /** The background's worker. After a kill the same handle speaks to the next one. */
  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? this.context.waitForEvent('serviceworker');
  }

  async #targets(type?: string): Promise<Target[]> {
    const filter = type ? { filter: [{ type, exclude: false }] } : {};
    const { targetInfos } = await this.devtools.send('Target.getTargets', filter);
    return targetInfos;
  }

  /** Presses the toolbar button on the page, as a person does: opens the popup and grants the page. */
  async pressToolbarButton(page: Page): Promise<void> {
    await page.bringToFront();
    const tab = (await this.#targets('tab')).find((target) => target.url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    // Playwright's types do not know this domain yet; the browser does (since Chromium 143).
    const send = this.devtools.send.bind(this.devtools) as (
      method: string,
      params: object,
    ) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
  }

  /** The real popup, opened by the toolbar button over the page. */
  async openPopup(page: Page): Promise<DevtoolsTarget> {
    await this.pressToolbarButton(page);
    return this.attachTo('/popup.html');
  }

  /** Attaches to a page of the extension that Playwright does not list, by the end of its path. */
  async attachTo(path: string): Promise<DevtoolsTarget> {
    const find = async () =>
      (await this.#targets()).find(
        (target) => target.url.startsWith('chrome-extension:') && new URL(target.url).pathname === path,
      );
    await expect.poll(find, { message: `the extension's ${path} is open` }).toBeDefined();
    const target = await find();
    if (!target) throw new Error(`${path} closed again`);
    return DevtoolsTarget.attach(this.devtools, target.targetId);
  }

  /** Gives the extension the person's leave for this page (activeTab), as the toolbar button does; closes the popup again. */
  async grant(page: Page): Promise<void> {
    const popup = await this.openPopup(page);
    await popup.close();
    await expect
      .poll(async () => (await this.#targets()).some((target) => target.targetId === popup.targetId))
      .toBe(false);
  }

  /** Presses real keys in the browser's window: "alt+shift+k". Only with `headed`. */
  async pressShortcut(page: Page, keys: string): Promise<void> {
    await page.bringToFront();
    const windows = this.xdotool('search', '--onlyvisible', '--class', 'chromium').trim().split('\n');
    this.xdotool('windowfocus', '--sync', windows.at(-1) ?? '');
    this.xdotool('key', '--clearmodifiers', keys);
  }

  /** Runs xdotool on the hidden screen: the hand on a real mouse and keyboard. Only with `headed`. */
  xdotool(...args: string[]): string {
    if (!this.#display) throw new Error('a real hand needs a browser with a screen: use({ headed: true })');
    const env = { ...process.env, DISPLAY: this.#display.name };
    return execFileSync(program('xdotool'), args, { env, encoding: 'utf8' });
  }

  /** Where on the screen a point of the page lies: CSS px from the page's top left corner, at a zoom of 100 %. */
  async onScreen(page: Page, x: number, y: number): Promise<[string, string]> {
    const window = await page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
    return [String(Math.round(window.x + x)), String(Math.round(window.y + y))];
  }

  /** Opens the browser's own menu with the right mouse button on an element, and walks to an entry by real keys. */
  async useMenu(page: Page, selector: string, keys: string[]): Promise<void> {
    await page.bringToFront();
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not visible`);
    const place = await this.onScreen(page, box.x + Math.min(box.width, 60) / 2, box.y + box.height / 2);
    this.xdotool('mousemove', ...place, 'click', '3');
    this.xdotool('key', '--delay', '80', ...keys);
  }

  /** The sidebar over the page: the extension's frame in the closed shadow root of our host element. */
  async sidebarFrame(page: Page): Promise<Frame> {
    const find = () =>
      page
        .frames()
        .find(
          (frame) => frame.url().startsWith('chrome-extension:') && frame.url().includes('/sidepanel.html'),
        );
    await expect.poll(find, { message: 'the sidebar is over the page' }).toBeDefined();
    const frame = find();
    if (!frame) throw new Error('the sidebar went away again');
    return frame;
  }

  /** Ends the background's worker at once, as the browser may at any instruction. */
  async killWorker(): Promise<void> {
    const worker = (await this.#targets()).find(
      (target) => target.type === 'service_worker' && target.url.includes(this.id),
    );
    if (worker) await this.devtools.send('Target.closeTarget', { targetId: worker.targetId });
  }

  /** Kills the whole browser as a power cut would, and opens it again with the same profile. */
  async crash(): Promise<void> {
    const { processInfo } = await this.devtools.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (!browser) throw new Error('the browser does not tell its process');
    const closed = this.context.waitForEvent('close');
    process.kill(browser.id, 'SIGKILL');
    await closed;
    this.#context = undefined;
    this.#browser = undefined;
    await this.#start();
  }

  /** Closes the browser and opens it again with the same profile. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  async #stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    this.#browser = undefined;
  }

  /** Closes everything, deletes the profile, and gives what the extension did that it may not do. */
  async close(): Promise<string[]> {
    await this.#stop();
    this.#display?.stop();
    const runs = Array.from({ length: this.#runs }, (_, run) => join(this.#folder, `run-${run + 1}`));
    const misconduct = runs.flatMap((run) => misconductOf(run, this.#id));
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    return misconduct;
  }
}
