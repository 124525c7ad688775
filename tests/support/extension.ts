import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { ChromiumWithExtension } from './chromium';

export { expect };

type Options = {
  /** A browser on a hidden screen, for tests that press real keys. */
  headed: boolean;
  /** Misconduct that a test provokes on purpose, matched against what was seen. */
  forgiven: RegExp[];
};

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/**
 * A test with the built extension in a real browser with a fresh profile. At its end it fails if the extension
 * asked the network, wrote to a console or broke its content security policy.
 */
export const test = base.extend<Options & { extension: ChromiumWithExtension }, { build: string }>({
  headed: [false, { option: true }],
  forgiven: [[], { option: true }],
  build: [
    // Playwright reads which fixtures a fixture uses from this pattern; this one uses none.
    // oxlint-disable-next-line eslint/no-empty-pattern
    async ({}, use) => {
      const build = process.env['THROUGHLINE_BUILD'] ?? BUILD;
      if (!existsSync(build)) throw new Error(`${build} is not there: run "npm run build" first`);
      await use(build);
    },
    { scope: 'worker' },
  ],
  extension: async ({ build, headed, colorScheme, locale, forgiven }, use) => {
    const extension = await ChromiumWithExtension.launch({
      build,
      headed,
      ...(colorScheme && colorScheme !== 'no-preference' && { colorScheme }),
      ...(locale && { locale }),
    });
    await use(extension);
    const misconduct = await extension.close();
    const unforgiven = misconduct.filter((line) => !forgiven.some((pattern) => pattern.test(line)));
    expect(
      unforgiven,
      'the extension may not ask the network, write to a console or break its policy',
    ).toEqual([]);
  },
});
