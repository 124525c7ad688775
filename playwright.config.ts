import { defineConfig } from '@playwright/test';

// Journeys run the built extension in a real browser; `npm test` builds first.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.output/journeys',
  timeout: 45_000,
  expect: { timeout: 8_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'line',
  projects: [
    { name: 'chromium', testIgnore: /firefox/ },
    { name: 'firefox', testMatch: /firefox.*\.test\.ts/, workers: 1 },
  ],
});
