/** A PostgreSQL server for one test run: its own folder and port, on this machine's loopback only, with a password. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Starts the server in `folder`, a new one that whoever calls removes after `stop`. */
export async function startPrivatePostgres(programs, folder) {
  const password = randomBytes(16).toString('hex')
  const owner = ownerOfServer()
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...owner }
  mkdirSync(folder)
  writeFileSync(join(folder, 'password'), password)
  if (owner) for (const path of [folder, join(folder, 'password')]) chownSync(path, owner.uid, owner.gid)

  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', 'cluster', '-U', 'lingxi', '-A', 'scram-sha-256', '--pwfile=password', '-E', 'UTF8', '--no-locale', '-N'],
    { ...options, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`)

  const port = await findFreePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    // Nothing here outlives the run.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', 'cluster', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In a group of its own: Ctrl-C is for the tests, and the database goes after them.
    { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  const gone = once(server, 'exit')
  await untilReady(server)
  return {
    url: `postgres://lingxi:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGQUIT')
      if (server.exitCode === null && server.signalCode === null) await gone
    },
  }
}

function untilReady(server) {
  let log = ''
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
    // Read to the end of its life, or the server would stand still once the pipe is full.
    server.stderr.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}

/** PostgreSQL refuses to run as root. */
function ownerOfServer() {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts)
  return { uid: Number(uid), gid: Number(gid) }
}

async function findFreePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}
