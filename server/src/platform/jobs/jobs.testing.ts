import type { NewJob } from './jobs.ts'

/** Keeps what was added, for tests that look at what would be run. */
export function createKeptJobs() {
  const added: NewJob[] = []
  return {
    added,
    addWithin: async (_transaction: unknown, jobs: NewJob[]) => void added.push(...jobs),
    wake: () => undefined,
  }
}
