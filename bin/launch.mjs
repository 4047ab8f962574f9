/** Runs a program under Node 24 in the place of this process: same terminal, same signals, same exit code. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { whenOrphaned } from './orphan.mjs'
import { refuse, root } from './prepare.mjs'

/** npm repeats the terminal's Ctrl-C a moment later; only what comes after this long is a second wish. */
const onePressMs = 1000

export function launch(node, nodeArguments) {
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`
  const child = spawn(node, nodeArguments, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } })
  child.on('error', ({ message }) => refuse(`${node} could not be started: ${message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))

  let firstPress
  process.on('SIGINT', () => {
    if (firstPress !== undefined && performance.now() - firstPress > onePressMs) return child.kill('SIGKILL')
    // A terminal tells everyone in front of it; without one, whoever sent this told only us.
    if (firstPress === undefined && !hasTerminal()) child.kill('SIGINT')
    firstPress ??= performance.now()
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  whenOrphaned(() => child.kill('SIGTERM'))
}

const hasTerminal = () => process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
