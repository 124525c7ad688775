import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { QUIET_CHROMIUM } from '../../.ci/browsers.mjs';
import { program } from '../support/browser';

/** Another run of the same profile may need the lock that a killed browser left. */
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

export type RigOptions = {
  /** The unpacked extension. */
  build: string;
  /** Flags of Chromium for each start that names no others. */
  args?: string[];
};

/**
 * A Chromium whose end is in the test's hand: killed and started as two steps, so that its files can be damaged in
 * between, with other flags each time.
 */
export class RigBrowser {
  readonly folder = mkdtempSync(join(tmpdir(), 'throughline-fault-'));
  readonly profile = join(this.folder, 'profile');
  readonly #options: RigOptions;
  #context: BrowserContext | undefined;
  #devtools: CDPSession | undefined;
  id = '';

  private constructor(options: RigOptions) {
    this.#options = options;
  }

  static async open(options: RigOptions): Promise<RigBrowser> {
    const browser = new RigBrowser(options);
    await browser.start();
    return browser;
  }

  /** Not started yet: its profile can be prepared first. */
  static prepared(options: RigOptions): RigBrowser {
    return new RigBrowser(options);
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  get devtools(): CDPSession {
    if (!this.#devtools) throw new Error('the browser is not running');
    return this.#devtools;
  }

  /** Where Chromium keeps the extension's database. */
  get databaseFolder(): string {
    return join(this.profile, 'Default/IndexedDB');
  }

  /** `beside`: folders of further extensions. */
  async start(args: string[] = this.#options.args ?? [], beside: string[] = []): Promise<void> {
    const list = [this.#options.build, ...beside].join(',');
    for (const lock of LOCKS) rmSync(join(this.profile, lock), { force: true });
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: program('chromium'),
      headless: true,
      viewport: { width: 1280, height: 800 },
      args: [...QUIET_CHROMIUM, `--disable-extensions-except=${list}`, `--load-extension=${list}`, ...args],
    });
    const browser = this.#context.browser();
    if (!browser) throw new Error('Playwright gave a context without its browser');
    this.#devtools = await browser.newBrowserCDPSession();
    this.id = new URL((await this.worker()).url()).host;
  }

  /** Our own. After a kill the same handle speaks to the next one. */
  async worker(): Promise<Worker> {
    const isOurs = (worker: Worker) => worker.url().endsWith('/background.js');
    return this.context.serviceWorkers().find(isOurs) ?? this.context.waitForEvent('serviceworker', isOurs);
  }

  /** Ends the worker at once, also in the middle of a loop. */
  async killWorker(): Promise<void> {
    const { targetInfos } = await this.devtools.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(this.id));
    if (worker) await this.devtools.send('Target.closeTarget', { targetId: worker.targetId });
  }

  /** A page of the extension that may send every command. */
  async desk(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/desk.html#settings`);
    return page;
  }

  /** A document of the extension in which nothing of it runs. */
  async silentPage(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/icon/16.png`);
    return page;
  }

  /** As a power cut would, and leaves it off. */
  async kill(): Promise<void> {
    const { processInfo } = await this.devtools.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (!browser) throw new Error('the browser does not tell its process');
    const closed = this.context.waitForEvent('close');
    process.kill(browser.id, 'SIGKILL');
    await closed;
    this.#context = undefined;
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
