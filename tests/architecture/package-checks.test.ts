import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bundlesAreClean,
  dexieOnlyInTheBackground,
  manifestsAsApproved,
  packedSizesWithinLimits,
  sizesWithinBudgets,
} from '../../.ci/package-checks.mjs';
import { differencesBetween } from '../../.ci/same-again.mjs';
import expected from './expected-manifest.json';

const page = (script: string) => `<!doctype html><script type="module" src="/chunks/${script}"></script>`;

/** A small package that passes every check. */
const GOOD: Record<string, string> = {
  'background.js': 'import "./chunks/store.js";',
  'chunks/store.js': 'const name = "DexieError";',
  'chunks/view.js': 'export const view = 1;',
  'chunks/popup.js': 'import{view}from"./view.js";',
  'popup.html': page('popup.js'),
  'sidepanel.html': page('popup.js'),
  'content-scripts/capture.js': 'const draft = 1;',
  'content-scripts/hold.js': 'const hold = 1;',
  'content-scripts/near.js': 'const near = 1;',
  'content-scripts/marks.js': 'const marks = 1;',
  'content-scripts/teach.js': 'const teach = 1;',
  'content-scripts/ask.js': 'const ask = 1;',
};

function manifestOf(browser: 'chrome' | 'edge' | 'firefox'): string {
  const background =
    browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' };
  const own = {
    permissions: expected.permissions[browser],
    externally_connectable: expected.externally_connectable[browser],
    web_accessible_resources: expected.web_accessible_resources[browser],
  };
  return JSON.stringify({ ...expected, ...own, background });
}

describe('package checks', () => {
  let root: string;
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(root, 'chrome-mv3', file)), { recursive: true });
    writeFileSync(join(root, 'chrome-mv3', file), text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'throughline-package-'));
    for (const [file, text] of Object.entries(GOOD)) put(file, text);
    for (const browser of ['edge', 'firefox', 'chrome'] as const) {
      const folder = join(root, `${browser}-mv3`);
      if (browser !== 'chrome') cpSync(join(root, 'chrome-mv3'), folder, { recursive: true });
      writeFileSync(join(folder, 'manifest.json'), manifestOf(browser));
    }
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('a clean package passes', () => {
    for (const check of [
      manifestsAsApproved,
      bundlesAreClean,
      dexieOnlyInTheBackground,
      sizesWithinBudgets,
      packedSizesWithinLimits,
    ]) {
      expect(check(root).cause).toBeUndefined();
    }
  });

  test.each([
    ['eval', 'const f = eval(x);'],
    ['new Function', 'const f = new Function("a", b);'],
    ['new Function', 'const f = Function("return this")();'],
    ['importScripts', 'importScripts(x);'],
    ['script made at run time', 'document.createElement("script");'],
    ['script from elsewhere', 'load("https://cdn.example/a.js");'],
    ['import from elsewhere', 'import("https://cdn.example/a");'],
  ])('code that a store rejects is found: %s', (name, text) => {
    put('chunks/later.js', text);
    expect(bundlesAreClean(root).cause).toContain(`later.js: ${name}`);
  });

  test.each(['content-scripts/capture.js', 'chunks/view.js', 'chunks/later.js'])(
    'Dexie outside the background is found: %s',
    (file) => {
      put(file, 'throw new Error("DexieError")');
      expect(dexieOnlyInTheBackground(root).cause).toContain(file);
    },
  );

  test('Dexie in a chunk that a page shares with the background is found', () => {
    put('chunks/popup.js', 'import"./store.js";');
    expect(dexieOnlyInTheBackground(root).cause).toContain('chunks/store.js');
  });

  test.each([
    ['popup', 'chunks/view.js', 41_000],
    ['background', 'chunks/store.js', 261_000],
    ['capture', 'content-scripts/capture.js', 120_001],
    ['hold', 'content-scripts/hold.js', 10_001],
    ['near', 'content-scripts/near.js', 2_001],
  ])('a size over budget is found: %s', (name, file, bytes) => {
    put(file, `/* DexieError ${'x'.repeat(bytes)} */`);
    expect(sizesWithinBudgets(root).cause).toContain(`${name}: `);
  });

  test.each([
    ['background', 'chunks/store.js', 121_000],
    ['popup', 'chunks/view.js', 151_000],
    ['capture', 'content-scripts/capture.js', 46_000],
    ['near', 'content-scripts/near.js', 16_000],
  ])('a packed size over its limit is found: %s (RV-10)', (name, file, bytes) => {
    put(file, `/* DexieError ${randomBytes(bytes).toString('latin1')} */`);
    expect(packedSizesWithinLimits(root).cause).toContain(`${name}: `);
  });

  test('a byte that another build has otherwise is found, and a file that it has not (RV-04)', () => {
    const [one, other] = [join(root, 'chrome-mv3'), join(root, 'firefox-mv3')];
    cpSync(one, other, { recursive: true });
    expect(differencesBetween(one, other)).toEqual([]);
    put('chunks/view.js', 'export const view = 2;');
    put('later.js', '');
    expect(differencesBetween(one, other)).toEqual([join('chunks', 'view.js'), 'later.js']);
  });

  test('a permission that nobody approved is found', () => {
    writeFileSync(join(root, 'edge-mv3/manifest.json'), manifestOf('edge').replace('"alarms"', '"tabs"'));
    expect(manifestsAsApproved(root).cause).toContain('edge permissions');
  });
});
