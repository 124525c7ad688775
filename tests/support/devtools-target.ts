import { type CDPSession, expect } from '@playwright/test';

type Message = { id?: number; result?: Record<string, unknown>; error?: { message: string } };
type Evaluated = {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

/**
 * A page that Playwright does not list (the real popup, the browser's own side panel), driven over the
 * DevTools protocol of the browser.
 */
export class DevtoolsTarget {
  readonly targetId: string;
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  #next = 1;
  readonly #waiting = new Map<
    number,
    { done(result: Record<string, unknown>): void; fail(error: Error): void }
  >();

  private constructor(browser: CDPSession, targetId: string, sessionId: string) {
    this.#browser = browser;
    this.targetId = targetId;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#receive(JSON.parse(event.message) as Message);
    });
    browser.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#fail(new Error('the page is closed'));
    });
  }

  static async attach(browser: CDPSession, targetId: string): Promise<DevtoolsTarget> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new DevtoolsTarget(browser, targetId, sessionId);
  }

  #receive({ id, result, error }: Message): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.fail(new Error(error.message));
    else waiting.done(result ?? {});
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.fail(error);
    this.#waiting.clear();
  }

  async send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = this.#next++;
    const answer = new Promise<Record<string, unknown>>((done, fail) =>
      this.#waiting.set(id, { done, fail }),
    );
    const message = JSON.stringify({ id, method, params });
    await this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return answer;
  }

  /** The value of an expression (or of the promise it gives) in the page. Throws what it throws. */
  async evaluate<T>(expression: string): Promise<T> {
    const options = { awaitPromise: true, returnByValue: true, userGesture: true };
    // The shape of the protocol's Runtime.evaluate.
    const answer = (await this.send('Runtime.evaluate', { expression, ...options })) as Evaluated;
    const { exceptionDetails } = answer;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    // The caller names the type of what its expression gives.
    return answer.result.value as T;
  }

  /** All the text a person sees in the page. */
  text(): Promise<string> {
    return this.evaluate<string>('document.body?.innerText ?? ""');
  }

  async waitForText(text: string | RegExp): Promise<void> {
    const wanted = typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
    await expect.poll(() => this.text()).toEqual(wanted);
  }

  async waitFor(selector: string): Promise<void> {
    const isThere = `document.querySelector(${JSON.stringify(selector)}) !== null`;
    await expect.poll(() => this.evaluate<boolean>(isThere), { message: `${selector} appears` }).toBe(true);
  }

  /** A trusted click with the mouse in the middle of the first element that fits. */
  async click(selector: string): Promise<void> {
    await this.waitFor(selector);
    const middle = `(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`;
    const place = await this.evaluate<{ x: number; y: number }>(middle);
    const button = { ...place, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  /** Presses one key: "d", "Enter", "Escape", "ArrowDown", "Tab". */
  async press(key: string): Promise<void> {
    const named: Record<string, number> = {
      Enter: 13,
      Escape: 27,
      Tab: 9,
      ArrowUp: 38,
      ArrowDown: 40,
      Home: 36,
      End: 35,
    };
    const code = named[key] ?? key.toUpperCase().charCodeAt(0);
    const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
    const press = {
      key,
      windowsVirtualKeyCode: code,
      code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
    };
    await this.send('Input.dispatchKeyEvent', {
      type: text ? 'keyDown' : 'rawKeyDown',
      ...press,
      ...(text && { text }),
    });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.targetId });
  }
}
