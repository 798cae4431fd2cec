import { defineConfig } from 'vitest/config';

/** The tests on real parts: one file after another, since each runs an Asterisk and browsers on the same two cores. */
export default defineConfig({
  test: {
    include: ['system/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/system.json' }]],
  },
});
