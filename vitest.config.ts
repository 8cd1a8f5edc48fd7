import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/loopback-only.ts'],
    reporters: ['default', './test/setup/count-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The long ones wait for processes, polls and clocks, not for a core.
    maxWorkers: 3,
  },
});
