import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/loopback-only.ts'],
    reporters: ['default', './test/setup/count-reporter.ts'],
    testTimeout: 60_000,
  },
});
