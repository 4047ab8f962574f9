import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['stories/*.test.ts'],
    globalSetup: './e2e/set-up.ts',
    // Two at a time: the server and the browser are busy as well.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
})
