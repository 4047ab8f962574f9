/**
 * npm test: everything that proves the house, from types to the browser, on both databases.
 * `--quick` (npm run check) leaves out the web pages and the browser.
 */
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { availableMemory } from 'node:process'
import { whenOrphaned } from './orphan.mjs'
import { prepare, root, say } from './prepare.mjs'
import { startPrivatePostgres } from './private-postgres.mjs'
import { createSteps, summarise, print } from './steps.mjs'
import { findBrowser, findPostgres, installSystemPrograms } from './system-programs.mjs'
import { addUp, countTests } from './test-totals.mjs'

const isQuick = process.argv.includes('--quick')
const isStrict = /^(1|true)$/.test(process.env.CI ?? '')
const longestList = 30
const browserTests = 'e2e/vitest.config.ts'

const node = prepare()
installSystemPrograms({ withBrowser: !isQuick })
const postgres = findPostgres()
const browser = findBrowser()
const givenPostgres = process.env.LINGXI_TEST_POSTGRES

const leftOut = []
if (!postgres && !givenPostgres)
  leftOut.push('The suites on PostgreSQL: no PostgreSQL 15 or later was found (Debian: apt-get install postgresql).')
if (!isQuick && !browser)
  leftOut.push('The browser tests: no Chromium was found (Debian: apt-get install chromium; or set LINGXI_CHROMIUM).')
if (!isQuick && !existsSync(join(root, browserTests))) leftOut.push(`The browser tests: there is no ${browserTests}.`)
sayLeftOut()

/** Everything the tests leave behind goes with this folder. Others may enter it: PostgreSQL is another user's process. */
const folder = mkdtempSync(join(roomForFiles(), 'lingxi-run-'))
chmodSync(folder, 0o711)
const environment = {
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  TMPDIR: folder,
  // Hundreds of processes and threads load the same modules: each is compiled once.
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
  ...(browser && { LINGXI_CHROMIUM: browser }),
}
const steps = createSteps(environment)
let startedPostgres
let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => breakOff(signal))
whenOrphaned(() => breakOff('SIGTERM'))

const began = performance.now()
const runs = []
try {
  await runEverything()
} catch (error) {
  say(String(error?.stack ?? error))
  steps.done.push({ title: 'the run itself', isGood: false, seconds: 0 })
}
if (!isEnding) {
  await cleanUp()
  process.exitCode = conclude()
}

async function runEverything() {
  const run = (title, file, ...rest) => ({ title, command: [node, join(root, 'node_modules', file), ...rest] })
  const types = ['.', 'console', 'widget'].map((part) => run(`types (${part})`, 'typescript/bin/tsc', '-p', part))
  const looks = [run('lint', 'oxlint/bin/oxlint'), run('format', '@biomejs/biome/bin/biome', 'format', '.')]
  const pages = isQuick ? [] : [{ title: 'web pages', command: [node, join(root, 'bin/build.mjs')] }]
  await steps.runTogether([...pages, ...types, ...looks])

  if (postgres && !givenPostgres) {
    startedPostgres = startPrivatePostgres(postgres, join(folder, 'postgres'))
    environment.LINGXI_TEST_POSTGRES = (await startedPostgres).url
  }
  await runTests('tests: unit, contract, journey, API, shape', [])
  if (!isQuick && browser && existsSync(join(root, browserTests)))
    await runTests('tests: browser', ['--config', browserTests])
}

async function runTests(title, options) {
  const report = join(folder, `report-${runs.length}.json`)
  environment.LINGXI_TEST_REPORT = report
  const command = [node, join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...options]
  const { isGood, lastWords } = await steps.run({ title, command, streamed: true })
  const counted = countTests(report, lastWords)
  if (!isGood && counted.failed === 0) counted.failed = 1
  runs.push(counted)
}

async function cleanUp() {
  await steps.end()
  const server = await startedPostgres?.catch(() => undefined)
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function breakOff(signal) {
  if (isEnding) return
  isEnding = true
  say('Stopping …')
  await cleanUp()
  process.exit(128 + constants.signals[signal])
}

/** Says how it went, and returns the exit code. */
function conclude() {
  const failedSteps = steps.done.filter(({ isGood, title }) => !isGood && !title.startsWith('tests:')).length
  const { passed, failed, skipped, faults } = addUp(runs, failedSteps)
  print(`\n${steps.done.map((step) => `   ${summarise(step)}`).join('\n')}`)
  print(`   all of it: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  const unnamed = skipped.length - longestList
  if (skipped.length > 0) print(`Skipped:\n   ${skipped.slice(0, longestList).join('\n   ')}`)
  if (unnamed > 0) print(`   and ${unnamed} more`)
  if (faults.length > 0) print(`Failed:\n   ${faults.slice(0, longestList).join('\n   ')}`)
  sayLeftOut()
  if (passed + failed === 0) print('Not one test was run.')
  const mayNotSkip = isStrict && (skipped.length > 0 || leftOut.length > 0)
  if (mayNotSkip) print('With CI=true a skip is a failure.')
  print(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  return failed > 0 || passed === 0 || mayNotSkip ? 1 : 0
}

/**
 * In memory where there is plenty: each suite copies a database of a thousand files and removes it, and a disk that looks for
 * places among so many removed ones takes a fifth of the whole run.
 */
function roomForFiles() {
  const inMemory = '/dev/shm'
  const plenty = 8 * 2 ** 30
  if (existsSync(inMemory) && availableMemory() > plenty) {
    const { bavail, bsize } = statfsSync(inMemory)
    if (bavail * bsize > plenty) return inMemory
  }
  return realpathSync(process.getuid?.() === 0 ? '/tmp' : tmpdir())
}

function sayLeftOut() {
  if (leftOut.length === 0) return
  const lines = ['', '  SKIPPED: NOT EVERYTHING IS TESTED', '', ...leftOut.map((line) => `  - ${line}`), '']
  const width = Math.max(...lines.map((line) => line.length)) + 2
  print(`╔${'═'.repeat(width)}╗\n${lines.map((line) => `║${line.padEnd(width)}║`).join('\n')}\n╚${'═'.repeat(width)}╝`)
}
