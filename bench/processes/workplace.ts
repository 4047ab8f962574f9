/**
 * A temporary folder and the processes that live in it. However a run ends, Ctrl-C and errors included, nothing that it
 * started goes on living and nothing that it wrote stays.
 */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

export type Workplace = ReturnType<typeof openWorkplace>
type Command = { program: string; arguments: string[]; options?: SpawnOptions; endingSignal?: NodeJS.Signals }

const dyingMilliseconds = 300

export function openWorkplace() {
  // PostgreSQL runs as another user when this is root, and has to get in.
  const folder = mkdtempSync(join(realpathSync(process.getuid?.() === 0 ? '/tmp' : tmpdir()), 'lingxi-bench-'))
  chmodSync(folder, 0o711)
  const living = new Map<ChildProcess, NodeJS.Signals>()

  process.on('exit', () => {
    for (const [child, signal] of living) child.kill(signal)
    // Nothing can be awaited any more, and what still writes for a moment would leave its folder behind.
    if (living.size > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, dyingMilliseconds)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => process.exit(128 + constants.signals[signal]))

  return {
    folder,
    /** `endingSignal` is what ends it when the run ends. */
    start({ program, arguments: given, options = {}, endingSignal = 'SIGKILL' }: Command): ChildProcess {
      const child = spawn(program, given, options)
      living.set(child, endingSignal)
      const forget = () => living.delete(child)
      child.once('exit', forget).once('error', forget)
      return child
    },
  }
}

export const isGone = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Sends the signal and resolves when the process is no more. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (isGone(child)) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
