/** Conversation tests put together: the bot of the house on a stage where nothing it does is done. */
import { caseRunJob, createDialogueCases } from '#dialogue-cases'
import type { JobKind } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { createDialogueCaseRoutes } from '../capabilities/dialogue-cases/dialogue-case-routes.ts'
import { type Bot, createRehearseCases, type Stage } from '../journeys/simulating/rehearse-cases.ts'
import { createLookAfterFlows } from '../journeys/turn/look-after-flows.ts'
import type { Parts, Platform } from './parts.ts'
import { createTurnOver } from './turn-over.ts'

const longestRun = 3_600
/** The number of the version that the flows of a stage bear. */
const staged = 1

export function createRehearsing(platform: Platform, parts: Parts) {
  const { opened, clock, ids, log } = platform
  const { flows } = parts.flows
  const { draft } = flows
  const actionsOf = parts.actionParts.actions.describe
  const dialogueCases = createDialogueCases({
    database: opened.database,
    jobs: parts.jobs,
    clock,
    ids,
    log,
    draftOf: flows.draftState,
    flowsOf: (tenantId, of) => (of === 0 ? draft.read(tenantId) : flows.setOf(tenantId, of)),
    rehearse: createRehearseCases({ botOn: (stage) => botOn(parts, stage), actionsOf, clock, ids }),
  })
  const kind: JobKind = {
    name: caseRunJob,
    expireInSeconds: longestRun,
    retryLimit: 2,
    async run(body, attempt) {
      const { tenantId, runId } = body as { tenantId: string; runId: string }
      await dialogueCases.runs.run(tenantId, runId, attempt)
    },
    async onGivenUp(body) {
      const { tenantId, runId } = body as { tenantId: string; runId: string }
      await dialogueCases.runs.giveUp(tenantId, runId)
    },
  }
  return { handlers: createDialogueCaseRoutes(dialogueCases), jobs: [kind] }
}

/** The same turn as a customer's, over what stands on the stage. No model is asked, and nothing is tried out: a case comes to the same again. */
function botOn(parts: Parts, { conversations, clock, flows, look, customer }: Stage): Bot {
  const settings = parts.staff.getSettings
  const released = { version: staged, set: flows }
  const turnOver = createTurnOver(parts, { model: { isThere: false, writes: false }, frozen: true })
  const takeTurn = turnOver({
    conversations: { ...conversations, count: async () => 0 },
    customers: { get: async () => customer().customer, readerOf: async () => customer().reader },
    flows: { flowsFor: async () => released, setOf: async () => flows },
    look: async (_tenantId, asked) => look(asked),
    settings,
    explored: () => undefined,
    now: clock.now,
  })
  const lookAfter = (tenantId: string) =>
    createLookAfterFlows({
      conversations,
      flows: { live: async () => released },
      // What it tells begins a turn, which whoever rehearses takes.
      turns: { take: async () => {} },
      timeZoneOf: async (of) => (await settings(of)).timeZone,
      clock,
      log: silentLog,
    })(tenantId)
  return { takeTurn, lookAfter }
}
