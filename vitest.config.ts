import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { reporters } from './server/test-reporters.ts'

export default defineConfig({
  test: {
    include: ['{contract,server,console,widget,evals,bench,packs,demo}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: './server/test-setup.ts',
    pool: 'forks',
    // Embedded databases are opened by the hundred, each for seconds: to make their code faster first costs more than it gives.
    execArgv: ['--liftoff-only'],
    // On two cores the default leaves one idle; on many, each worker's database thread wants some of its own.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() * 0.6)),
    // What happens by itself a moment later may take its time on a busy machine; what is there already is seen at once.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    reporters: reporters(),
    // A machine that does other things meanwhile may take thrice as long; what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
