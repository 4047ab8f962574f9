/** One server process on this machine, with a port and a data folder of its own: started, watched, stopped or killed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { end, isGone, type Workplace } from './workplace.ts'

export type ServerProcess = ReturnType<typeof startProcess>
export type ProcessOptions = {
  /** The file to run, from the repository's root. */
  file: string
  port: number
  environment: Record<string, string>
  nodeArguments?: string[]
}

const root = join(import.meta.dirname, '../..')
const longestStart = 60_000
const lookEvery = 20

/** Lingxi, as `npm start` runs it. */
export const lingxi = 'server/src/main/start.ts'

/** Everybody in a bench comes from one address, and says as much as the server bears. */
const unlimited = {
  LINGXI_DEMO_TEACHING: '0',
  LINGXI_DEMO_BACK_OFFICE: '0',
  LINGXI_SESSIONS_PER_MINUTE: '0',
  LINGXI_MESSAGES_PER_MINUTE: '0',
}

export function startProcess(workplace: Workplace, { file, port, environment, nodeArguments = [] }: ProcessOptions) {
  const url = `http://127.0.0.1:${port}`
  const startedAt = Date.now()
  const child = workplace.start({
    program: process.execPath,
    arguments: [
      '--liftoff-only',
      '--max-semi-space-size=4',
      '--disable-warning=ExperimentalWarning',
      ...nodeArguments,
      join(root, file),
    ],
    options: {
      cwd: workplace.folder,
      env: {
        ...withoutSettings(process.env),
        PORT: String(port),
        LINGXI_LOG_LEVEL: 'warn',
        ...unlimited,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Killed by the run alone, never by a Ctrl-C meant for the run.
      detached: true,
    },
  })
  let complaints = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4000)
  })

  return {
    url,
    startedAt,
    /** What it has said on stderr, the end of it. */
    complaints: () => complaints,
    isGone: () => isGone(child),
    /** Seconds from the start until it said that it was ready; `undefined` when it was gone before. */
    async untilReady(): Promise<number | undefined> {
      while (Date.now() - startedAt < longestStart) {
        if (isGone(child)) return undefined
        const answer = await fetch(`${url}/readyz`).catch(() => undefined)
        await answer?.arrayBuffer().catch(() => undefined)
        if (answer?.ok) return (Date.now() - startedAt) / 1000
        await pause(lookEvery)
      }
      throw new Error(`${file} was not ready in time.\n${complaints}`)
    },
    /** What it holds in memory now; 0 where the system does not say. */
    residentMb: () =>
      Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${child.pid}/status`))?.[1] ?? 0) / 1024),
    /** Seconds of processor time it has used so far: on a machine that others use too, the steadier measure. */
    cpuSeconds: () => ({
      mainThread: cpuSecondsOf(`/proc/${child.pid}/task/${child.pid}/stat`),
      allThreads: cpuSecondsOf(`/proc/${child.pid}/stat`),
    }),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

/** Starts it and waits until it is ready; throws with its own words when it does not start. */
export async function startReady(workplace: Workplace, options: ProcessOptions) {
  const server = startProcess(workplace, options)
  const seconds = await server.untilReady()
  if (seconds === undefined) throw new Error(`${options.file} did not start.\n${server.complaints()}`)
  return { server, seconds }
}

/** The settings of whoever runs this are not those of the server under test. */
const withoutSettings = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(LINGXI_.*|PORT|HOST|NODE_OPTIONS)$/.test(name)))

/** Empty where the system does not say. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Fields 14 and 15 of the kernel's line, in hundredths of a second; counted from behind the name, which may hold spaces. */
function cpuSecondsOf(file: string): number {
  const [user = 0, system = 0] = read(file)
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / 100
}
