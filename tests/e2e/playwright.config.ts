import { defineConfig } from '@playwright/test';

// One worker: each test starts a browser of its own, and two on two cores make waits unreliable.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './global-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [] : [['json'] as ['json']]),
  ],
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
});
