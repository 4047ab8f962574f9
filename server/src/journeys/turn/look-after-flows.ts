/**
 * What flows wait for by the clock: the end of a wait, an answer that does not come, the hour at which one begins. Each is told
 * to the conversation as an event, once, and the turn that it begins does the rest.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { clockEvents } from '@lingxi/contract/dialogue'
import type { FlowSet } from '@lingxi/contract/flow'
import { CronExpressionParser } from 'cron-parser'
import type { Conversations, ConversationState } from '#conversations'
import { waitsForCustomer } from '#dialogue'
import type { Flows } from '#flows'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { Turns } from './turns.ts'

type Parts = {
  conversations: Pick<Conversations, 'listIdle' | 'latestEvents' | 'receiveEvent'>
  flows: Pick<Flows, 'live'>
  turns: Pick<Turns, 'take'>
  timeZoneOf: (tenantId: string) => Promise<string>
  clock: Clock
  log: Log
}
type Told = { name: string; externalId: string; fields: Record<string, string | number> }

const minute = 60_000
/** What a round missed is caught up with, but not what should have begun long ago. */
const longestGap = 15 * minute
/** After how long a silence the customer is asked whether they are there, and then told that the flow waits. */
const silences = [10 * minute, 60 * minute]
const pageSize = 200
/** The newest events, among which the customer's last words are looked for. */
const remembered = 40

export function createLookAfterFlows({ conversations, flows, turns, timeZoneOf, clock, log }: Parts) {
  /** By this process: what another one told meanwhile is known by its id. */
  let lookedUntil = clock.now() - longestGap

  async function tell(tenantId: string, { id }: ConversationState, told: Told): Promise<void> {
    const { state } = await conversations.receiveEvent(tenantId, id, told)
    void turns.take(tenantId, state)
  }

  async function* idle(tenantId: string, { inFlow }: { inFlow: boolean }): AsyncGenerator<ConversationState> {
    for (let after = ''; ; ) {
      const page = await conversations.listIdle(tenantId, { inFlow, after, limit: pageSize })
      yield* page
      if (page.length < pageSize) return
      after = page.at(-1)!.id
    }
  }

  async function lookAfter(tenantId: string, state: ConversationState): Promise<void> {
    const now = clock.now()
    const ended = state.dialogue?.stack.find(({ until }) => until !== undefined && Date.parse(until) <= now)
    if (ended) {
      const externalId = `time-is-up ${ended.flow} ${ended.step} ${ended.until}`
      return tell(tenantId, state, { name: clockEvents.timeIsUp, externalId, fields: { flow: ended.flow } })
    }
    const top = state.dialogue?.stack.at(-1)
    const isDue = top !== undefined && waitsForCustomer(top) && now - Date.parse(state.updatedAt) >= silences[0]!
    if (!isDue) return
    const silent = silenceIn(await conversations.latestEvents(tenantId, state, remembered), now)
    if (silent) await tell(tenantId, state, silent)
  }

  /** The flows that are live and begin by now, each told to every conversation of the bot that was open at their hour. */
  async function beginScheduled(tenantId: string): Promise<void> {
    const { set } = await flows.live(tenantId)
    const timeZone = await timeZoneOf(tenantId)
    const to = clock.now()
    const from = Math.max(lookedUntil, to - longestGap)
    const due = scheduledIn(set, { from, to, timeZone }, (flow, error) =>
      log.error('flow-schedule-broken', { tenantId, flow }, error),
    )
    lookedUntil = to
    if (due.length === 0) return
    for await (const state of idle(tenantId, { inFlow: false }))
      for (const { flow, at } of due.filter((each) => each.at >= state.openedAt))
        await tell(tenantId, state, {
          name: clockEvents.scheduled,
          externalId: `scheduled ${flow} ${at}`,
          fields: { flow },
        })
  }

  return async function lookAfterFlows(tenantId: string): Promise<void> {
    await beginScheduled(tenantId)
    for await (const state of idle(tenantId, { inFlow: true })) await lookAfter(tenantId, state)
  }
}

/** Whether it is time to say something into the silence after the customer's last words: twice at the most. */
function silenceIn(events: ConversationEvent[], now: number): Told | undefined {
  const said = events.findLast((event) => event.type === 'message-received')
  if (!said) return undefined
  const since = events.filter(({ seq }) => seq > said.seq)
  const before = since.filter((event) => event.type === 'event-received' && event.name === clockEvents.silence)
  const after = silences[before.length]
  if (after === undefined || now - Date.parse(said.at) < after) return undefined
  const count = before.length + 1
  return { name: clockEvents.silence, externalId: `silence ${said.seq} ${count}`, fields: { count } }
}

type Between = { from: number; to: number; timeZone: string }

/**
 * The last instant of each schedule of a set that falls between two others (milliseconds since 1970, the second included). One
 * that cannot be read is told, and keeps no other from its hour.
 */
export function scheduledIn(
  { flows }: FlowSet,
  { from, to, timeZone }: Between,
  onBroken: (flow: string, error: unknown) => void,
): { flow: string; at: string }[] {
  const schedules = Object.entries(flows).flatMap(([flow, { triggers = [] }]) =>
    triggers.flatMap(({ schedule }) => (schedule === undefined ? [] : [{ flow, schedule }])),
  )
  return schedules.flatMap(({ flow, schedule }) => {
    // What falls on the very instant is before the next one.
    const now = { currentDate: new Date(to + 1), tz: timeZone }
    try {
      const last = CronExpressionParser.parse(schedule, now).prev().getTime()
      return last > from ? [{ flow, at: new Date(last).toISOString() }] : []
    } catch (error) {
      onBroken(flow, error)
      return []
    }
  })
}
