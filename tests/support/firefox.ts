import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUIET_FIREFOX } from '../../.ci/browsers.mjs';
import { Bidi } from './bidi.ts';
import { program } from './browser.ts';

/** The host of the extension's pages, fixed so that tests can name them. */
const UUID = '5a1d0c4e-7b52-4a37-9d0e-1f6c2b3a4d5e';

type Script = { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
type Context = { context: string; url: string; children?: Context[] | null };

/** A real Firefox with the extension in a profile of its own, driven by WebDriver BiDi. */
export class FirefoxWithExtension {
  /** Errors that the extension's code wrote or threw so far. */
  readonly errors: string[] = [];
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #bidi: Bidi;
  readonly #extensionId: string;

  private constructor(folder: string, child: ChildProcess, bidi: Bidi, extensionId: string) {
    this.#folder = folder;
    this.#process = child;
    this.#bidi = bidi;
    this.#extensionId = extensionId;
    bidi.onEvent((_method, entry) => {
      const source = JSON.stringify(entry['stackTrace'] ?? '');
      if (entry['level'] === 'error' && source.includes(UUID)) this.errors.push(String(entry['text']));
    });
  }

  static async launch(build: string, headless = true): Promise<FirefoxWithExtension> {
    // Our own build's manifest: WXT wrote it from wxt.config.ts.
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as {
      browser_specific_settings: { gecko: { id: string } };
    };
    const extensionId = manifest.browser_specific_settings.gecko.id;
    const folder = mkdtempSync(join(tmpdir(), 'throughline-firefox-'));
    writeFileSync(join(folder, 'user.js'), preferences(extensionId));
    const flags = [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      folder,
      '--remote-debugging-port=0',
    ];
    // Without system access Firefox refuses to navigate to an extension's pages.
    const child = spawn(program('firefox'), [...flags, '--remote-allow-system-access', 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const bidi = await Bidi.connect(`${await addressOf(child)}/session`);
    await bidi.send('session.new', { capabilities: {} });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    const instance = new FirefoxWithExtension(folder, child, bidi, extensionId);
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: build } });
    return instance;
  }

  /** The address of one of the extension's pages: "popup.html". */
  page(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  /** A new tab on an address, or the given one; gives its context. */
  async open(url: string, given?: string): Promise<string> {
    const tab =
      given ?? String((await this.#bidi.send('browsingContext.create', { type: 'tab' }))['context']);
    // Firefox never reports an extension's page as loaded: ask the page itself instead.
    const wait = url.startsWith('moz-extension:') ? 'none' : 'complete';
    await this.#bidi.send('browsingContext.navigate', { context: tab, url, wait });
    await this.until(
      tab,
      `location.href.startsWith(${JSON.stringify(url)}) && document.readyState === 'complete'`,
    );
    return tab;
  }

  /** The value of an expression (or of the promise it gives) in a page. Throws what it throws. */
  async evaluate<T>(context: string, expression: string): Promise<T> {
    return this.#run<T>({ context }, expression);
  }

  async #run<T>(target: Record<string, unknown>, expression: string): Promise<T> {
    const wrapped = `(async () => JSON.stringify(await (${expression})) ?? 'null')()`;
    const params = { expression: wrapped, awaitPromise: true, userActivation: true, target };
    // The shape of BiDi's script.evaluate.
    const answer = (await this.#bidi.send('script.evaluate', params)) as Script;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'the page threw');
    // The caller names the type of what its expression gives.
    return JSON.parse(String(answer.result?.value)) as T;
  }

  /** Waits until the expression is true in the page. */
  async until(context: string, expression: string, timeoutMs = 15_000): Promise<void> {
    const end = performance.now() + timeoutMs;
    for (;;) {
      const answer = await this.#run<boolean>({ context }, `Boolean(${expression})`).catch(() => false);
      if (answer) return;
      if (performance.now() > end) throw new Error(`still not so after ${timeoutMs} ms: ${expression}`);
      // Firefox has no event for "this became true": ask again after a frame.
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** The extension's frames in a tab's page, by their contexts. */
  async framesIn(tab: string): Promise<string[]> {
    const tree = await this.#bidi.send('browsingContext.getTree', { root: tab });
    const [page] = tree['contexts'] as Context[]; // the shape of BiDi's browsingContext.getTree
    return (page?.children ?? []).map(({ context }) => context);
  }

  /** The browser window itself, where toolbar, sidebar and shortcuts live. */
  async inWindow<T>(expression: string): Promise<T> {
    const tree = await this.#bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    // The shape of BiDi's browsingContext.getTree.
    const windows = tree['contexts'] as Context[];
    const window = windows.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox shows no window');
    return this.#run<T>({ context: window.context }, expression);
  }

  #extension(expression: string): string {
    return `(async () => { const extension = WebExtensionPolicy.getByID(${JSON.stringify(this.#extensionId)}).extension; ${expression} })()`;
  }

  /** Presses the toolbar button: opens the popup over the tab in front and grants it. */
  async pressToolbarButton(): Promise<void> {
    const press = `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`;
    await this.inWindow(this.#extension(press));
  }

  /** Shows Throughline in Firefox's own sidebar, as its menu "View, Sidebar" does. */
  async showSidebar(): Promise<void> {
    // Firefox's own way to make the name of a widget from an add-on's id.
    const widget = this.#extensionId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');
    await this.inWindow(`SidebarController.show(${JSON.stringify(`${widget}-sidebar-action`)})`);
  }

  /** Presses keys in a page, the last one while the others are held: ["Alt", "Shift", "k"]. */
  async pressKeys(context: string, keys: string[]): Promise<void> {
    const codes: Record<string, string> = {
      Shift: '\uE008',
      Control: '\uE009',
      Alt: '\uE00A',
      Enter: '\uE007',
      Escape: '\uE00C',
    };
    const values = keys.map((key) => codes[key] ?? key);
    const down = values.map((value) => ({ type: 'keyDown', value }));
    const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
    const actions = [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
    await this.#bidi.send('input.performActions', { context, actions });
  }

  /** Ends the background's page at once, as Firefox may when it is idle. */
  async killBackground(): Promise<void> {
    await this.inWindow(
      this.#extension('await extension.terminateBackground({ ignoreDevToolsAttached: true });'),
    );
  }

  /** Settles when Firefox is gone, closed by whomever. */
  get ended(): Promise<void> {
    return new Promise((done) => {
      if (this.#process.exitCode !== null) done();
      else this.#process.once('exit', () => done());
    });
  }

  /** Closes Firefox and deletes the profile. */
  async close(): Promise<void> {
    const { ended } = this;
    if (this.#process.exitCode === null) {
      // An answer is not needed: the browser may be gone before it gives one.
      this.#bidi.send('browser.close').catch(() => this.#process.kill());
    }
    await ended;
    this.#bidi.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function preferences(extensionId: string): string {
  const all = { ...QUIET_FIREFOX, 'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }) };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** The address of Firefox's BiDi server, which it prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) done(address);
    });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Firefox ended with ${code}: ${said.slice(-500)}`)));
  });
}
