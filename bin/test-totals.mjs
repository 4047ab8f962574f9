/** Adds up what vitest's JSON reports say, and what went wrong outside any single test. */
import { readIfThere } from './prepare.mjs'

const skippedStates = ['skipped', 'pending', 'todo', 'disabled']

/** `passed` and `failed` are numbers, `skipped` the names: whoever reads "3 skipped" wants to know which. */
export function countTests(reportFile) {
  const files = JSON.parse(readIfThere(reportFile) ?? '{"testResults":[]}').testResults
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const inState = (...states) => tests.filter(({ status }) => states.includes(status))
  // A file that could not even be loaded has no tests, and must not look like one without faults.
  const unloaded = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + unloaded.length,
    skipped: inState(...skippedStates).map(({ fullName }) => fullName),
  }
}

/** A step that fails without a failed test (types, lint, a build, a crash of the runner) counts as one failure. */
export function addUp(runs, failedSteps) {
  return {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0) + failedSteps,
    skipped: runs.flatMap(({ skipped }) => skipped),
  }
}
