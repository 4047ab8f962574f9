/** Lingxi as `npm start` runs it, on a free port and a data folder of its own: started, stopped, killed, started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Lingxi = { url: string; email: string; password: string }
export type LingxiServer = Awaited<ReturnType<typeof startServer>>

const root = join(import.meta.dirname, '..')
const longestStart = 90_000
const errorLevel = 50

export const admin = { email: 'admin@lingxi.local', password: `e2e-${crypto.randomUUID()}` }

/** Of a company that has done nothing yet: to make one takes seconds, so it is made once and copied. */
export type Begun = { folder: string; email: string; password: string }
const nothingShown = { LINGXI_DEMO: '0' }
const ownSettings = ({ folder, email, password }: Begun) => ({
  LINGXI_DATA: join(folder, 'data'),
  LINGXI_ADMIN_EMAIL: email,
  LINGXI_ADMIN_PASSWORD: password,
})

/** Whoever called it removes the folder. */
export async function beginCompany(): Promise<Begun> {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-e2e-'))
  const lines: string[] = []
  const child = startProcess({ PORT: '0', ...ownSettings({ folder, ...admin }), ...nothingShown }, lines)
  await untilReady(child, lines)
  await ended(child, 'SIGTERM')
  return { folder, ...admin }
}

/** A server without the demo, on a copy of what was begun. */
export const startCompany = (begun: Begun) => startServer(nothingShown, begun)

export async function startServer(settings: Record<string, string> = {}, begun?: Begun) {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-e2e-'))
  if (begun) cpSync(begun.folder, folder, { recursive: true })
  const { email, password } = begun ?? admin
  const lines: string[] = []
  const own = ownSettings({ folder, email, password })
  const run = (port: string) => startProcess({ PORT: port, ...own, ...settings }, lines)
  let child = run('0')
  const port = await untilReady(child, lines)
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    email,
    password,
    /** As a power cut ends it. */
    kill: () => ended(child, 'SIGKILL'),
    async startAgain() {
      child = run(port)
      await untilReady(child, lines)
    },
    /** Stops it as an operator does; throws when that was not clean, or when it had logged an error at any time. */
    async stop() {
      const code = await ended(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      const errors = lines.filter(isError)
      if (code !== 0) throw new Error(`The server ended with ${code}.\n${lines.slice(-20).join('\n')}`)
      if (errors.length > 0) throw new Error(`The server logged errors:\n${errors.slice(0, 20).join('\n')}`)
    },
  }
}

function startProcess(settings: Record<string, string>, lines: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--liftoff-only', join(root, 'server/src/main/start.ts')], {
    cwd: root,
    env: {
      ...withoutSettings(process.env),
      LINGXI_LOG_LEVEL: 'warn',
      // All visitors of all stories come from one address.
      LINGXI_SESSIONS_PER_MINUTE: '0',
      LINGXI_DEMO_TEACHING: '0',
      LINGXI_DEMO_BACK_OFFICE: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      const whole = (rest + text).split('\n')
      rest = whole.pop() ?? ''
      lines.push(...whole)
    })
  }
  return child
}

/** The port, once the server says that it is ready for work. */
async function untilReady(child: ChildProcess, lines: string[]): Promise<string> {
  const giveUp = AbortSignal.timeout(longestStart)
  const before = lines.length
  for (;;) {
    const port = /Console\s+http:\/\/localhost:(\d+)/.exec(lines.slice(before).join('\n'))?.[1]
    const answer = port && (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))
    if (port && answer && answer.ok) return port
    if (giveUp.aborted || isGone(child)) throw new Error(`The server did not start.\n${lines.slice(before).join('\n')}`)
    await pause(30)
  }
}

const isGone = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (isGone(child)) return child.exitCode
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.kill(signal)
  await closed
  return child.exitCode
}

/** A log line of an error, or the trace of something that nobody caught. */
function isError(line: string): boolean {
  if (!line.startsWith('{')) return /^\s+at |Error:|Unhandled/.test(line)
  const { level } = JSON.parse(line) as { level?: number }
  return (level ?? 0) >= errorLevel
}

/** The settings of whoever runs this are not those of the server under test. */
const withoutSettings = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(LINGXI_.*|PORT|HOST|NODE_OPTIONS|NODE_ENV|VITEST.*)$/.test(name),
    ),
  )
