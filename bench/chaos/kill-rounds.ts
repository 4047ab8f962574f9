/** Visitors talk while a process is killed and started again, so many rounds; then everything settles and is judged. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createChance } from '../chance.ts'
import { admin, createDeskCaller, type DeskCaller } from '../processes/desk-caller.ts'
import type { DurablePostgres } from '../processes/durable-postgres.ts'
import { findFreePort } from '../processes/free-port.ts'
import { lingxi, startProcess, startReady, type ProcessOptions } from '../processes/server-process.ts'
import type { Workplace } from '../processes/workplace.ts'
import { say } from '../say.ts'
import { settle, startDeskPerson } from './desk-person.ts'
import { type Finding, judge, type Log } from './judge.ts'
import { createAnswerWatch } from './witness.ts'
import { startVisitors } from './visitors.ts'

export type Mode = 'embedded' | 'postgresql'
/** `victim`: the server, or the PostgreSQL under it. */
export type Plan = { mode: Mode; rounds: number; visitors: number; seed: number; victim: 'server' | 'database' }
type Parts = { workplace: Workplace; postgres: DurablePostgres | undefined }

const longestSettling = 60_000
const longestRecovery = 60_000
/** So often the process is killed before it is ready again. */
const killedWhileStarting = 0.2

export async function killInRounds(plan: Plan, { workplace, postgres }: Parts) {
  const chance = createChance(plan.seed)
  const folder = join(workplace.folder, `chaos-${plan.mode}`)
  mkdirSync(folder)
  const options: ProcessOptions = {
    file: lingxi,
    port: await findFreePort(),
    environment: {
      LINGXI_DATA: folder,
      LINGXI_ADMIN_EMAIL: admin.email,
      LINGXI_ADMIN_PASSWORD: admin.password,
      ...(postgres && { LINGXI_DATABASE_URL: postgres.createDatabase() }),
    },
  }
  let { server } = await startReady(workplace, options)
  const watch = createAnswerWatch()
  const desk = createDeskCaller(server.url)
  const visitors = startVisitors({ url: server.url, count: plan.visitors, seed: plan.seed, watch })
  const person = startDeskPerson(desk, createChance(plan.seed + 1))
  const recoveries: number[] = []

  await pause(1_000)
  for (let round = 1; round <= plan.rounds; round++) {
    await pause(chance.between(200, 2_500))
    const recovery = await (plan.victim === 'database' ? killDatabase() : killServer())
    recoveries.push(recovery)
    say(`${plan.mode}: round ${round} of ${plan.rounds}: first answer ${recovery.toFixed(1)} s after the start`)
  }

  await pause(1_000)
  await person.stop()
  await visitors.stopTalking(longestSettling)
  const left = await settle(desk, longestSettling)
  if (left > 0) say(`${plan.mode}: ${left} conversations were not settled in time`)
  const logs = await readLogs(desk)
  await visitors.untilCaughtUp(logs)
  visitors.leave()
  const complaints = server.complaints().trim()
  await server.stop()
  if (complaints) say(`${plan.mode}: the server said at last: ${complaints.slice(-1500)}`)

  const { accepted, findings } = judge({ logs, testimonies: visitors.testimonies, replies: person.accepted })
  for (const { kind, what } of findings.slice(0, 50)) say(`${plan.mode}: ${kind}: ${what}`)
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length
  return {
    rounds: plan.rounds,
    accepted,
    lost: count('lost'),
    answeredTwice: count('answeredTwice'),
    outOfOrder: count('outOfOrder'),
    recoverySecondsMax: Number(Math.max(0, ...recoveries).toFixed(2)),
  }

  /** Seconds from the start of the process to the first answer that it wrote. */
  async function killServer(): Promise<number> {
    await server.kill()
    server = startProcess(workplace, options)
    while (chance.happens(killedWhileStarting)) {
      await pause(chance.between(50, 1_500))
      await server.kill()
      server = startProcess(workplace, options)
    }
    return recoveredSince(server.startedAt)
  }

  async function killDatabase(): Promise<number> {
    await postgres!.kill()
    await pause(chance.between(0, 1_000))
    const since = Date.now()
    await postgres!.startAgain()
    return recoveredSince(since)
  }

  async function recoveredSince(since: number): Promise<number> {
    const seconds = await Promise.race([watch.firstAfter(since), pause(longestRecovery, undefined)])
    if (seconds === undefined) throw new Error(`No answer came after a kill.\n${server.complaints()}`)
    return seconds
  }
}

async function readLogs(desk: DeskCaller): Promise<Log[]> {
  const rows = [...(await desk.list('open')), ...(await desk.list('resolved'))]
  const logs: Log[] = []
  for (const { id } of rows) {
    const { customerId, owner, events } = await desk.read(id)
    logs.push({ id, customerId, owner: owner.kind, events })
  }
  return logs
}
