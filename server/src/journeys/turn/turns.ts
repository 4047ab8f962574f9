/**
 * When turns are taken. The log is the queue: a turn is due while the customer spoke last and the bot has the
 * conversation. It is taken at once by the process that heard the message; what a crash left behind is found in the log
 * and taken again. A newer message calls off the thinking about the older one, whose result would come late anyway.
 */
import type { Conversations, ConversationState } from '#conversations'
import { type Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { Signals } from '#platform/signals'
import type { Metrics } from '#platform/metrics'
import type { TakeTurn } from './turn.ts'

type Parts = {
  conversations: Pick<Conversations, 'listDue' | 'find' | 'isDue' | 'knownTurn'>
  signals: Pick<Signals, 'follow'>
  takeTurn: TakeTurn
  /** What is said when thinking about a turn breaks again and again: a person is brought in. */
  giveUp: TakeTurn
  clock: Clock
  log: Log
  metrics: Pick<Metrics, 'countError'>
}

/** Old enough that no living process can still be at it, and how often is looked. */
const overdueAfter = 10_000
const lookEvery = 5_000
const mostFailures = 3
const mostFailing = 1_000

type Thinking = { turn: number; controller: AbortController; done: Promise<void> }

export function createTurns({ conversations, signals, takeTurn, giveUp, clock, log, metrics }: Parts) {
  const thinking = new Map<string, Thinking>()
  const failures = new Map<string, number>()
  let stopped = false
  let callOff = () => {}

  // Someone claimed, or the customer went on: what is being thought would come late, and must not be shown any more.
  signals.follow(({ topic, tenantId, id }) => {
    const under = topic === 'conversation' ? thinking.get(id) : undefined
    if (under) void isStill(tenantId, id, under.turn).then((still) => !still && under.controller.abort())
  })

  async function isStill(tenantId: string, id: string, turn: number): Promise<boolean> {
    const known = conversations.knownTurn(id) ?? (await conversations.find(tenantId, id).catch(() => undefined))?.turn
    return known === undefined || known === turn
  }

  async function attempt(tenantId: string, state: ConversationState, signal: AbortSignal): Promise<void> {
    const turn = `${state.id} ${state.turn}`
    try {
      const failed = failures.get(turn) ?? 0
      await (failed >= mostFailures ? giveUp : takeTurn)(tenantId, state, signal)
      failures.delete(turn)
      if (failures.size > mostFailing) failures.clear()
    } catch (error) {
      failures.set(turn, (failures.get(turn) ?? 0) + 1)
      metrics.countError('turn')
      log.error('turn-failed', { conversation: state.id, turn: state.turn }, error)
    }
  }

  /** Resolves when the turn is committed, or was found late, or failed and will be taken again. */
  function take(tenantId: string, state: ConversationState): Promise<void> {
    if (stopped || !conversations.isDue(state)) return Promise.resolve()
    thinking.get(state.id)?.controller.abort()
    const controller = new AbortController()
    const done = attempt(tenantId, state, controller.signal).finally(() => {
      if (thinking.get(state.id)?.controller === controller) thinking.delete(state.id)
    })
    thinking.set(state.id, { turn: state.turn, controller, done })
    return done
  }

  /** Takes what is due and was last touched before `before` (milliseconds since 1970). */
  async function takeOverdue(tenantId: string, before: number): Promise<number> {
    const due = await conversations.listDue(tenantId, new Date(before).toISOString())
    const idle = due.filter(({ id }) => !thinking.has(id))
    await Promise.all(idle.map((state) => take(tenantId, state)))
    return idle.length
  }

  function keepLooking(tenantId: string) {
    callOff = clock.after(lookEvery, async () => {
      try {
        const found = await takeOverdue(tenantId, clock.now() - overdueAfter)
        if (found > 0) log.warn('turns-taken-again', { count: found })
      } catch (error) {
        log.error('looking-for-turns-failed', {}, error)
      }
      if (!stopped) keepLooking(tenantId)
    })
  }

  return {
    take,
    takeOverdue,
    /** Takes up what the last run left behind, and goes on looking. */
    async start(tenantId: string): Promise<void> {
      await takeOverdue(tenantId, clock.now() + 1)
      keepLooking(tenantId)
    },
    /** Resolves when the turn that this conversation is in is over, whoever began it; like `take`, it never rejects. */
    async settle(tenantId: string, id: string): Promise<void> {
      const under = thinking.get(id)
      if (under) return under.done
      try {
        const state = await conversations.find(tenantId, id)
        if (state) await take(tenantId, state)
      } catch (error) {
        // Nobody may be waiting for this. What is due is found again when the database is back.
        metrics.countError('turn')
        log.error('turn-failed', { conversation: id }, error)
      }
    },
    /** No new turns; those in flight are finished without waiting for a model. */
    async stop(): Promise<void> {
      stopped = true
      callOff()
      for (const { controller } of thinking.values()) controller.abort()
      await Promise.all([...thinking.values()].map(({ done }) => done))
    },
  }
}
export type Turns = ReturnType<typeof createTurns>
