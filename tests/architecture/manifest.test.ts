import { describe, expect, test } from 'vitest';
import config from '../../wxt.config';
import expected from './expected-manifest.json';

const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
type Browser = (typeof BROWSERS)[number];

async function manifestOf(browser: Browser): Promise<Record<string, unknown>> {
  const { manifest } = config;
  if (typeof manifest !== 'function')
    throw new TypeError('wxt.config.ts gives the manifest by a function of the browser');
  const given = await manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
  return { ...given };
}

/** One value for every browser, or one per browser. */
function wanted(key: keyof typeof expected, browser: Browser): unknown {
  const value: unknown = expected[key];
  const isPerBrowser = typeof value === 'object' && value !== null && 'chrome' in value;
  return isPerBrowser ? Object.entries(value).find(([name]) => name === browser)?.[1] : value;
}

// The built manifests are held to the same file by the package stage of `npm test`.
describe.each(BROWSERS)('the manifest for %s', (browser) => {
  test.each(Object.keys(expected) as (keyof typeof expected)[])(
    'asks for what was approved: %s',
    async (key) => {
      const manifest = await manifestOf(browser);
      expect(
        manifest[key] ?? null,
        'if this change is meant, argue for it in the commit and change tests/architecture/expected-manifest.json with it',
      ).toEqual(wanted(key, browser));
    },
  );
});
