import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = { resolve: { alias: { '@': root.replace(/\/$/, '') } } };

export default defineConfig({
  ...shared,
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    setupFiles: ['tests/support/temporal.ts', 'tests/support/seed.ts'],
    // No test is timed: this only ends one that hangs, also on a machine that is busy with other work.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'adapters',
          include: ['tests/adapters/**/*.test.ts'],
          // Every file loads the same few libraries; what a worker keeps is loaded anew by each test itself.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'artifact',
          include: ['tests/artifact/**/*.test.ts'],
          globalSetup: ['tests/artifact/global-setup.ts'],
        },
      },
    ],
  },
});
