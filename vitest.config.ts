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
    // On a crowded machine in CI, a race with a clock or a process is tried once more, and named at the end.
    retry: process.env.CI ? 1 : 0,
  },
});
