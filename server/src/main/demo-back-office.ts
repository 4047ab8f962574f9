/** The back office of the demo shop: a program of its own beside this one, on the loopback address, for as long as this one runs. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#platform/log'

const program = join(import.meta.dirname, '../../../demo/back-office/start.ts')
/** Milliseconds: to begin, and to end before it is made to. */
const begins = 60_000
const ends = 3_000

export type BackOffice = { address: string; token: string; stop: () => Promise<void> }
type Given = { folder: string; port: number; log: Log }

/** Keeps its data and its token in the folder. Where the port is taken it takes a free one. Undefined: it does not begin. */
export async function startBackOffice({ folder, port, log }: Given): Promise<BackOffice | undefined> {
  mkdirSync(folder, { recursive: true })
  const token = keepToken(join(folder, 'token'))
  const file = join(folder, 'shop.json')
  for (const each of port === 0 ? [0] : [port, 0]) {
    const child = fork(program, [], {
      env: { BACK_OFFICE_PORT: String(each), BACK_OFFICE_TOKEN: token, BACK_OFFICE_FILE: file },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const listening = await portOf(child)
    if (listening === undefined) continue
    const stop = stopping(child, log)
    log.info('back-office-started', { port: listening })
    return { address: `http://127.0.0.1:${listening}`, token, stop }
  }
  log.error('back-office-did-not-start', {})
  return undefined
}

function portOf(child: ChildProcess): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>()
  const late = setTimeout(() => {
    child.kill('SIGKILL')
    resolve(undefined)
  }, begins)
  child.once('message', ({ port }: { port: number }) => resolve(port))
  child.once('error', () => resolve(undefined))
  child.once('exit', () => resolve(undefined))
  return promise.finally(() => clearTimeout(late))
}

function stopping(child: ChildProcess, log: Log): () => Promise<void> {
  let wanted = false
  const gone = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      if (!wanted) log.error('back-office-ended', { code, signal })
      resolve()
    }),
  )
  return async function stop() {
    wanted = true
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), ends)
    await gone
    clearTimeout(late)
  }
}

/** Made once; only its owner may read it. */
function keepToken(file: string): string {
  try {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
