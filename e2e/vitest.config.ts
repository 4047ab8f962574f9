import { defineConfig } from 'vitest/config'
import { reporters } from '../server/test-reporters.ts'

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['stories/*.test.ts'],
    globalSetup: './e2e/set-up.ts',
    // Two at a time: the server and the browser are busy as well.
    maxWorkers: 2,
    reporters: reporters(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
})
