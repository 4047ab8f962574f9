/** One mode, measured: our server and the ceiling in turns, in short slices, on the same database engine. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { admin, createDeskCaller } from '../processes/desk-caller.ts'
import type { DurablePostgres } from '../processes/durable-postgres.ts'
import { findFreePort } from '../processes/free-port.ts'
import { lingxi, type ServerProcess, startReady } from '../processes/server-process.ts'
import type { Workplace } from '../processes/workplace.ts'
import { say } from '../say.ts'
import { median, rounded, type Slice, summariseSlices } from './figures.ts'
import { type Load, startLoad } from './load.ts'
import { reportSteps } from './steps-report.ts'
import { readTakenTurns, type TakenTurn } from './taken-turns.ts'

export type Mode = 'embedded' | 'postgresql'
export type Plan = {
  visitors: number
  seconds: number
  /** Where a CPU profile of our server goes, if one is wanted. */
  profile: string | undefined
}
export type Measured = Awaited<ReturnType<typeof measureMode>>
type Parts = { workplace: Workplace; postgres: DurablePostgres | undefined }
type Started = { server: ServerProcess; load: Load }

const warmUpSeconds = 6
const sliceCount = 4
/** Milliseconds between an answer and the next question of visitors who are in no hurry. */
const thinking = 1_000

export async function measureMode(mode: Mode, plan: Plan, { workplace, postgres }: Parts) {
  const newPlace = (name: string): Record<string, string> => {
    const folder = join(workplace.folder, `${mode}-${name}`)
    mkdirSync(folder)
    return { LINGXI_DATA: folder, ...(postgres && { LINGXI_DATABASE_URL: postgres.createDatabase() }) }
  }

  async function startOurs(): Promise<Started> {
    const environment = {
      ...newPlace('ours'),
      LINGXI_ADMIN_EMAIL: admin.email,
      LINGXI_ADMIN_PASSWORD: admin.password,
    }
    const options = { file: lingxi, port: await findFreePort(), environment }
    const first = await startReady(workplace, options)
    await first.server.stop()
    const profiled = plan.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(plan.profile, mode)}`] : []
    const later = await startReady(workplace, { ...options, nodeArguments: profiled })
    say(`${mode}: ready in ${first.seconds.toFixed(1)} s at first, ${later.seconds.toFixed(1)} s later`)
    const load = await startLoad(workplace, later.server.url, plan.visitors)
    await load.talk(warmUpSeconds, 0)
    return { server: later.server, load }
  }

  async function startCeiling(turns: TakenTurn[]): Promise<Started> {
    const file = join(workplace.folder, `${mode}-turns.json`)
    writeFileSync(file, JSON.stringify(turns))
    const environment = { ...newPlace('ceiling'), BENCH_TURNS: file }
    const options = { file: 'bench/turns/ceiling-server.ts', port: await findFreePort(), environment }
    const { server } = await startReady(workplace, options)
    const load = await startLoad(workplace, server.url, plan.visitors)
    await load.talk(warmUpSeconds / 2, 0)
    return { server, load }
  }

  const ours = await startOurs()
  const ceiling = await startCeiling(await readTakenTurns(createDeskCaller(ours.server.url)))
  const slices = { ours: [] as Slice[], ceiling: [] as Slice[] }
  const seconds = plan.seconds / sliceCount
  let residentMb = 0
  for (let count = 1; count <= sliceCount; count++) {
    slices.ours.push(await talk(ours, seconds))
    residentMb = Math.max(residentMb, ours.server.residentMb())
    slices.ceiling.push(await talk(ceiling, seconds))
    const [mine, theirs] = [slices.ours, slices.ceiling].map((all) => summariseSlices(all.slice(-1)))
    say(`${mode}: ${mine!.perSecond}/s, p99 ${mine!.p99Ms} ms; ceiling ${theirs!.perSecond}/s, p99 ${theirs!.p99Ms} ms`)
  }
  const unhurried = summariseSlices([await talk(ours, plan.seconds / 2, thinking)])
  say(`${mode}: with a second to think: ${unhurried.perSecond}/s, p50 ${unhurried.p50Ms} ms, p99 ${unhurried.p99Ms} ms`)
  say(`${mode}: processor per turn: ${describeCpu(slices.ours)}; ceiling ${describeCpu(slices.ceiling)}`)
  say(`${mode}: steps of a turn: ${await reportSteps(ours.server.url)}`)
  if (ours.server.complaints().trim()) say(`${mode}: the server said: ${ours.server.complaints()}`)
  for (const { server, load } of [ours, ceiling]) {
    await load.stop()
    await server.stop()
  }

  const { perSecond, p50Ms, p99Ms } = summariseSlices(slices.ours)
  const ceilingPerSecond = summariseSlices(slices.ceiling).perSecond
  const ratio = rounded(perSecond / ceilingPerSecond, 2)
  return {
    mode,
    messagesPerSecond: perSecond,
    p50Ms,
    p99Ms,
    ceilingPerSecond,
    ratio,
    rssMb: residentMb,
    unhurried: { p50Ms: unhurried.p50Ms, p99Ms: unhurried.p99Ms },
  }
}

async function talk({ server, load }: Started, seconds: number, pauses = 0): Promise<Slice> {
  const before = server.cpuSeconds()
  const { latencies, asked } = await load.talk(seconds, pauses)
  const after = server.cpuSeconds()
  const perTurn = (thread: 'mainThread' | 'allThreads') => (1000 * (after[thread] - before[thread])) / asked
  return { seconds, latencies, cpuMs: { mainThread: perTurn('mainThread'), allThreads: perTurn('allThreads') } }
}

function describeCpu(slices: Slice[]): string {
  const over = (thread: 'mainThread' | 'allThreads') => median(slices.map(({ cpuMs }) => cpuMs[thread])).toFixed(2)
  return `${over('mainThread')} ms of the main thread, ${over('allThreads')} ms of all`
}
