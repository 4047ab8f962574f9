/**
 * A private PostgreSQL with its own defaults: fsync, full pages and synchronous commits on. The tests' server of bin/ has
 * them off, which would make every figure here a lie. It can be killed like a machine that loses power, and started again.
 */
import { type ChildProcess, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findPostgres } from '../../bin/system-programs.mjs'
import { findFreePort } from './free-port.ts'
import { end, type Workplace } from './workplace.ts'

export type DurablePostgres = Awaited<ReturnType<typeof startDurablePostgres>>

const mostStarts = 50

/** `undefined` where no PostgreSQL 15 or newer is installed. */
export async function startDurablePostgres(workplace: Workplace) {
  const programs = findPostgres()
  if (!programs) return undefined
  const folder = join(workplace.folder, 'postgres')
  const password = randomBytes(16).toString('hex')
  const owner = ownerOfServer()
  mkdirSync(folder)
  writeFileSync(join(folder, 'password'), password)
  if (owner) for (const path of [folder, join(folder, 'password')]) chownSync(path, owner.uid, owner.gid)
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...owner }

  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', 'cluster', '-U', 'lingxi', '-A', 'scram-sha-256', '--pwfile=password', '-E', 'UTF8', '--no-locale'],
    { ...options, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`)
  const port = await findFreePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`]

  async function tryToStart(): Promise<ChildProcess | undefined> {
    const server = workplace.start({
      program: join(programs!, 'postgres'),
      arguments: ['-D', 'cluster', ...settings.flatMap((setting) => ['-c', setting])],
      // In a group of its own: Ctrl-C is for the run, and the database goes after those who use it.
      options: { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
      endingSignal: 'SIGQUIT',
    })
    return (await isReady(server)) ? server : undefined
  }

  /** After a kill the old server's children are about for a moment, and a new one refuses to start beside them. */
  async function start(): Promise<ChildProcess> {
    for (let attempt = 1; attempt <= mostStarts; attempt++) {
      const server = await tryToStart()
      if (server) return server
      await pause(100)
    }
    throw new Error('PostgreSQL did not start')
  }

  let server = await start()
  let databases = 0
  const urlOf = (database: string) => `postgres://lingxi:${password}@127.0.0.1:${port}/${database}`
  return {
    /** The address of a new, empty database. */
    createDatabase(): string {
      const name = `bench_${++databases}`
      const made = spawnSync(join(programs, 'createdb'), [`--maintenance-db=${urlOf('postgres')}`, name], {
        encoding: 'utf8',
      })
      if (made.status !== 0) throw new Error(`createdb failed: ${made.stderr || made.error}`)
      return urlOf(name)
    },
    kill: () => end(server, 'SIGKILL'),
    async startAgain(): Promise<void> {
      server = await start()
    },
    stop: () => end(server, 'SIGQUIT'),
  }
}

function isReady(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false)).once('exit', () => resolve(false))
    // Read to the end of its life, or the server would stand still once the pipe is full.
    let log = ''
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4000)
      if (log.includes('ready to accept connections')) resolve(true)
    })
  })
}

/** PostgreSQL refuses to run as root. */
function ownerOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
  const [, uid, gid] =
    /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}
