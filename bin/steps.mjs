/** The steps of a test run: each a program, with a heading, a time, and its output in one piece. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './prepare.mjs'

const ending = 5000
/** In UTF-16 units: of what a step that broke off said, the end tells why. */
const mostWords = 2000

/** Everything the steps start lives in the steps' process groups, so that nothing is left when the run is broken off. */
export function createSteps(env) {
  const running = new Set()
  const done = []
  let isOver = false

  /** `streamed`: output appears as it comes; only for a step that runs alone. */
  async function run({ title, command, streamed = false }) {
    if (isOver) return { isGood: false, lastWords: '' }
    const began = performance.now()
    if (streamed) print(`\n── ${title}`)
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      stdio: ['ignore', streamed ? 'inherit' : 'pipe', 'pipe'],
      env: { ...env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
      detached: process.platform !== 'win32',
    })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
        if (streamed) process.stderr.write(text)
      })
    // Its exit code, or the signal that ended it.
    const ended = await once(child, 'close').then(
      ([code, signal]) => signal ?? code,
      ({ message }) => {
        output += message
      },
    )
    // What a step started and forgot ends with it.
    signal(child, 'SIGKILL')
    running.delete(child)
    const step = { title, isGood: ended === 0, ended, seconds: (performance.now() - began) / 1000 }
    done.push(step)
    if (!isOver) print(`${streamed ? '' : '\n'}── ${summarise(step)}\n${streamed ? '' : output}`.trimEnd())
    return { ...step, lastWords: output.slice(-mostWords) }
  }

  return {
    done,
    run,
    /** Two lanes: one more than that only makes everything slower on a small machine. */
    async runTogether(steps) {
      const waiting = [...steps]
      const lane = async () => {
        for (let step = waiting.shift(); step; step = waiting.shift()) await run(step)
      }
      await Promise.all([lane(), lane()])
    },
    async end() {
      isOver = true
      await Promise.all([...running].map(endGroup))
    },
  }
}

export function summarise({ title, isGood, ended, seconds }) {
  return `${title}: ${isGood ? 'good' : `FAILED (${ended ?? 'did not start'})`}, ${seconds.toFixed(1)} s`
}

export const print = (text) => process.stdout.write(`${text}\n`)

async function endGroup(child) {
  const closed = once(child, 'close').catch(() => undefined)
  signal(child, 'SIGTERM')
  const late = setTimeout(() => signal(child, 'SIGKILL'), ending)
  await closed
  clearTimeout(late)
}

function signal(child, name) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name)
  } catch {
    // Already gone.
  }
}
