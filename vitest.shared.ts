import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** One set of settings for every package: results also go to a JSON file that `npm test` adds up. */
export default defineConfig({
  test: {
    // `system` holds the tests on real parts, which have a run of their own.
    include: ['{src,test,asterisk,launch}/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    passWithNoTests: true,
    // Costs nothing until a test asks for PostgreSQL.
    globalSetup: [join(import.meta.dirname, 'packages/db/test/postgres-server.ts')],
    // Passwords are slow by design, and two cores are often busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
