/** Adds up what vitest's JSON reports say, and what went wrong outside any single test. */
import { readIfThere } from './prepare.mjs'

const skippedStates = ['skipped', 'pending', 'todo', 'disabled']

/**
 * `passed` and `failed` are numbers; `skipped` and `faults` name what: whoever reads "1 failed" wants to know which. A run that
 * was killed, or ran out of memory, leaves no report: its `lastWords` say more than nothing.
 */
export function countTests(reportFile, lastWords) {
  const report = readIfThere(reportFile)
  const brokeOff = `A run of tests broke off and left no report. Its last words:\n${lastWords.trim()}`
  if (!report) return { passed: 0, failed: 1, skipped: [], faults: [brokeOff] }
  const files = JSON.parse(report).testResults
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
    faults: [
      ...inState('failed').map(faultOf),
      ...unloaded.map(({ name, message }) => `${name}: ${firstLines(message)}`),
    ],
  }
}

const faultOf = ({ fullName, failureMessages = [] }) => `${fullName}: ${firstLines(failureMessages.join(' '))}`

/** Enough of a fault to know it by. */
const firstLines = (message) => (message ?? '').split('\n').slice(0, 4).join(' ').slice(0, 500)

/** A step that fails without a failed test (types, lint, a build, a crash of the runner) counts as one failure. */
export function addUp(runs, failedSteps) {
  return {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0) + failedSteps,
    skipped: runs.flatMap(({ skipped }) => skipped),
    faults: runs.flatMap(({ faults }) => faults),
  }
}
