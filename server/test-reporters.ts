/**
 * How a test run is told. A test whose process is busy for ever can't be ended by its own time limit: the file that it is in
 * is named, and the run ends, so that a stall can be found and mended. What fails is told at once: a run that breaks off has no end.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

const minute = 60_000
const mostForOneFile = 8 * minute

type Named = [string, Record<string, unknown>]
type Reporters = (string | Reporter | Named)[]

/** `npm test` names the file that it adds up from. */
export function reporters(): Reporters {
  // The environment is all that `npm test` and the processes of vitest share.
  // oxlint-disable-next-line no-restricted-properties
  const report = process.env['LINGXI_TEST_REPORT']
  return [
    'default',
    createStallReporter(report),
    createFaultReporter(),
    ...(report ? [['json', { outputFile: report }] satisfies Named] : []),
  ]
}

function createStallReporter(report: string | undefined): Reporter {
  const began = new Map<string, number>()
  const lastTest = new Map<string, string>()
  let watch: NodeJS.Timeout | undefined

  function look() {
    const stalled = [...began].filter(([, since]) => performance.now() - since > mostForOneFile)
    if (stalled.length === 0) return
    const faults = stalled.map(([file]) => ({
      name: file,
      status: 'failed',
      message: `STALLED, busy for 8 minutes, last in: ${lastTest.get(file) ?? 'its beginning'}`,
      assertionResults: [],
    }))
    for (const { name, message } of faults) process.stderr.write(`${name}: ${message}\n`)
    // The run ends here, so what would have been the report says at least what ended it.
    if (report) writeFileSync(report, JSON.stringify({ testResults: faults }))
    for (const child of childrenOf(process.pid)) kill(child)
    process.exit(1)
  }

  return {
    onTestRunStart: () => void (watch = setInterval(look, minute / 4).unref()),
    onTestModuleQueued: ({ moduleId }: TestModule) => void began.set(moduleId, performance.now()),
    onTestCaseReady: ({ module, fullName }: TestCase) => void lastTest.set(module.moduleId, fullName),
    onTestModuleEnd: ({ moduleId }: TestModule) => void began.delete(moduleId),
    onTestRunEnd: () => clearInterval(watch),
  }
}

function createFaultReporter(): Reporter {
  return {
    onTestCaseResult(test) {
      const { state, errors = [] } = test.result()
      if (state !== 'failed') return
      for (const { message, diff = '' } of errors) process.stderr.write(`${test.fullName}: ${message}\n${diff}\n`)
    },
  }
}

function childrenOf(pid: number): number[] {
  try {
    const list = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    return list.split('\n').map(Number).filter(Boolean)
  } catch {
    return []
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
