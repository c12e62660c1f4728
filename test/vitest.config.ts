import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest looks for it
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/cli/global-setup.ts', 'test/engines/global-setup.ts'],
    pool: 'forks',
    // Each worker may hold a server connection and a database in wasm of 300 MB and more.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
