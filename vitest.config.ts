import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests that need a document: components, and recognisers, which read one. */
const DOM = [
  '{components,entrypoints,utils}/**/*.test.tsx',
  'components/**/*.test.ts',
  'utils/recognisers/**/*.test.ts',
];
const NODE = ['{utils,storage,entrypoints}/**/*.test.ts', 'tests/support/**/*.test.ts'];

// A plain object: the asynchronous form of defineConfig breaks its own types.
export default defineConfig({
  plugins: [WxtVitest()],
  resolve: { alias: { 'webextension-polyfill': resolve('tests/support/fake-polyfill.ts') } },
  test: {
    setupFiles: ['./tests/support/unit-setup.ts'],
    // No test measures time: a busy machine is no failure, only something that never ends is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: NODE, exclude: DOM } },
      { extends: true, test: { name: 'dom', environment: 'happy-dom', include: DOM } },
      {
        extends: true,
        test: { name: 'architecture', environment: 'node', include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'integration', environment: 'node', include: ['tests/integration/**/*.test.ts'] },
      },
    ],
    coverage: { provider: 'v8', include: ['{components,storage,utils,entrypoints}/**/*.{ts,tsx}'] },
  },
});
