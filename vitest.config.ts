import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{contract,server,console,widget,evals,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: './server/test-setup.ts',
    pool: 'forks',
    // On two cores the default leaves one idle; on many, each worker's database thread wants some of its own.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() * 0.6)),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
