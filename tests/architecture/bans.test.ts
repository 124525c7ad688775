import { describe, expect, test } from 'vitest';
import { BANS, breaks } from './bans';
import { productCode } from './source-files';

/** For every ban: code that must be found, and code that looks alike and must not be. */
const PLANTED: Record<string, { bad: string[]; good: string[] }> = {
  'HTML sink': {
    bad: [
      'el.innerHTML = x',
      "el['outerHTML']",
      'el.insertAdjacentHTML("a", x)',
      '<p dangerouslySetInnerHTML={x} />',
      'document.write(x)',
    ],
    good: ['// innerHTML is never used', 'const text = "innerHTML"', 'el.textContent = x', 'file.write(x)'],
  },
  'code from text': {
    bad: ['eval(x)', 'new Function(x)', 'Function("return 1")'],
    good: ['evaluate(x)', 'type F = Function'],
  },
  'regular expression from a variable': {
    bad: ['new RegExp(x)', 'RegExp(`${x}`)', 'new RegExp("a" + x)'],
    good: ['new RegExp("a+")', '/a/.test(x)'],
  },
  postMessage: {
    bad: [
      'window.parent.postMessage(x, "*")',
      'frame.contentWindow.postMessage(x)',
      'postMessage(x)',
      'channel.postMessage(x)',
    ],
    good: ['port.postMessage(x)', 'this.viewPort.postMessage(x)'],
  },
  'message from strangers': {
    bad: ['browser.runtime.onMessageExternal.addListener(f)', 'runtime.onConnectExternal'],
    good: ['runtime.onMessage'],
  },
  'database outside storage': {
    bad: ['indexedDB.open("a")', 'import Dexie from "dexie"', 'window.indexedDB'],
    good: ['"indexedDB is full"'],
  },
  clock: { bad: ['Date.now()', 'new Date()'], good: ['new Date(at)', 'clock.now()', 'performance.now()'] },
  network: {
    bad: [
      'fetch(x)',
      'new XMLHttpRequest()',
      'new WebSocket(x)',
      'navigator.sendBeacon(x)',
      'globalThis.fetch(x)',
      'importScripts(x)',
    ],
    good: [
      'type F = typeof fetch',
      'const row = { fetch: 1 }',
      'fetchRow(x)',
      'fetch(browser.runtime.getURL("/icon/16.png"))',
    ],
  },
  'address opened': {
    bad: [
      'browser.tabs.create({ url })',
      'chrome.windows.create({ url })',
      'window.open(url)',
      'location.assign(url)',
      '<a href={url}>x</a>',
      '<iframe src={url} />',
    ],
    good: ['<a href="#settings">x</a>', 'db.open()', 'text.replace(a, b)', 'Object.create(null)'],
  },
  'editable markup': {
    bad: ['<p contentEditable />', 'el.contentEditable = "true"', 'document.execCommand("paste")'],
    good: ['<textarea />'],
  },
  'swallowed error': {
    bad: ['save().catch(() => {});', 'save().catch(() => undefined);'],
    good: [
      '// The tab may be gone.\nsave().catch(() => {});',
      'save().catch(report);',
      'save().catch((error) => { show(error); });',
    ],
  },
};

const planted = (text: string) => ({ path: 'components/planted.tsx', text });

describe.each(BANS)('ban: $name', (ban) => {
  test('finds what is planted and nothing that only looks alike', () => {
    const { bad, good } = PLANTED[ban.name] ?? { bad: [], good: [] };
    expect(bad.length, `plant a violation of "${ban.name}" in PLANTED`).toBeGreaterThan(0);
    expect(
      bad.filter((text) => breaks(ban, planted(text)).length === 0),
      'not found',
    ).toEqual([]);
    expect(
      good.filter((text) => breaks(ban, planted(text)).length > 0),
      'found without cause',
    ).toEqual([]);
  });

  test('the product is free of it', () => {
    const files = productCode();
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.flatMap((file) => breaks(ban, file)),
      ban.instead,
    ).toEqual([]);
  });
});
