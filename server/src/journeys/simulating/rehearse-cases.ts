/**
 * Cases taken through flows by the bot as customers meet it, in conversations that nobody keeps. No action is performed: what each
 * tells is given. Time passes where a case says so, and only there.
 */
import { type Reader, visitor } from '@lingxi/contract/audience'
import type { CaseTurn, DialogueCase } from '@lingxi/contract/dialogue-case'
import type { CaseTurnResult } from '@lingxi/contract/dialogue-case-runs'
import type { Looked } from '@lingxi/contract/dialogue'
import { lengthOf } from '@lingxi/contract/duration'
import type { FlowSet } from '@lingxi/contract/flow'
import { provenPrefix } from '@lingxi/contract/message'
import type { Described } from '#actions'
import { type ConversationState, type HeldConversations, holdConversations } from '#conversations'
import type { Customer } from '#customers'
import { judgeTurn, nothingOpen, observeTurn } from '#dialogue-cases'
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'
import { createGivenOutcomes } from './given-outcomes.ts'
import { tellTurn } from './tell-turn.ts'

/** What of the house the bot meets in a rehearsal, in place of the house's own. */
export type Stage = {
  conversations: HeldConversations
  /** The flows that every conversation begins with. */
  flows: FlowSet
  look: (asked: { action: string; input: Record<string, unknown> }) => Looked
  customer: () => { customer: Customer; reader: Reader }
  clock: Clock
}
/** The bot on such a stage: takes the turn that is due, and tells what flows wait for by the clock. */
export type Bot = {
  takeTurn: (tenantId: string, state: ConversationState, signal: AbortSignal) => Promise<unknown>
  lookAfter: (tenantId: string) => Promise<void>
}
type Parts = {
  botOn: (stage: Stage) => Bot
  actionsOf: (tenantId: string) => Promise<ReadonlyMap<string, Described>>
  clock: Clock
  ids: Pick<Ids, 'next'>
}

/** How often the bot goes on by itself in one turn of a case, with what its actions told. */
const mostRounds = 30
/** Milliseconds for a turn of the bot. */
const longestTurn = 60_000
const channel = 'web'

export function createRehearseCases({ botOn, actionsOf, clock, ids }: Parts) {
  /** Whoever takes cases through these flows, one after another. */
  return async function rehearseCases(tenantId: string, flows: FlowSet) {
    const known = await actionsOf(tenantId)
    const time = createTime(clock)
    const conversations = holdConversations({ clock: time, ids })
    let outcomeOf = createGivenOutcomes({}, known)
    let customer = customerOf({})
    /** Who waits for an answer is as much older when it comes. */
    function ask(action: string, input: Record<string, unknown>) {
      const told = outcomeOf(action, input)
      time.forward(told.milliseconds)
      return told
    }
    const bot = botOn({
      conversations,
      flows,
      look({ action, input }) {
        const { kind: outcome, milliseconds, ...told } = ask(action, input)
        const output = 'output' in told ? told.output : null
        const reason = 'reason' in told ? { reason: told.reason } : {}
        return { action, input: input as Looked['input'], outcome, output, ...reason, milliseconds }
      },
      customer: () => customer,
      clock: time,
    })

    /** Until nothing is due: what a turn asks to be done is done, and told. Whether it comes to that. */
    async function rest(id: string): Promise<boolean> {
      for (let round = 0; round < mostRounds; round++) {
        const state = conversations.find(id)!
        const [request] = state.pending.filter(({ needs }) => needs === 'nothing')
        if (conversations.isDue(state)) await bot.takeTurn(tenantId, state, AbortSignal.timeout(longestTurn))
        else if (request) {
          const { runId, action, input } = request
          const { milliseconds, ...outcome } = ask(action, input)
          await conversations.recordAction(id, { runId, action, outcome, attempts: 1, milliseconds })
        } else return true
      }
      return false
    }

    async function act(id: string, { user, pause, event, approve }: CaseTurn): Promise<void> {
      const externalId = ids.next('said')
      if (user !== undefined)
        await conversations.hear(id, { channel, externalId, sender: { externalId: 'rehearsal' }, text: user })
      if (pause !== undefined) {
        time.forward(lengthOf(pause))
        await bot.lookAfter(tenantId)
      }
      if (event) await conversations.receiveEvent(tenantId, id, { externalId, ...event })
      const awaited = conversations.find(id)!.pending.filter(({ needs }) => needs === 'approval')
      for (const { runId } of approve === undefined ? [] : awaited)
        await conversations.judgeAction(id, { runId, allowed: approve === true, staffId: 'rehearsal', name: '' })
    }

    /** Each turn until one goes wrong: what comes after it tells nothing more. */
    return async function rehearse(of: DialogueCase): Promise<CaseTurnResult[]> {
      time.begin()
      outcomeOf = createGivenOutcomes(of, known)
      customer = customerOf(of)
      const { id } = conversations.open({ ...customer.customer, language: of.language })
      const turns: CaseTurnResult[] = []
      let standing = nothingOpen
      for (const turn of of.turns) {
        const before = conversations.find(id)!.seq
        await act(id, turn)
        const isAtRest = await rest(id)
        const events = conversations.eventsAfter(id, before)
        const { observed, after } = observeTurn(events, standing)
        standing = after
        const faults = isAtRest ? judgeTurn(turn.expect, observed) : [noRest]
        turns.push({ ...tellTurn(events, observed), faults })
        if (faults.length > 0) break
      }
      conversations.forget(id)
      return turns
    }
  }
}

const noRest: CaseTurnResult['faults'][number] = { kind: 'no-rest', expected: null, got: null }

/** Somebody new, who is known to the company where the case says so. */
function customerOf({ customer = {} }: Pick<DialogueCase, 'customer'>): ReturnType<Stage['customer']> {
  const { name = '', tier = null, region = null, signed_in: isSignedIn = tier !== null } = customer
  const externalId = isSignedIn ? `${provenPrefix}rehearsal` : 'rehearsal'
  const reader: Reader = isSignedIn ? { kind: 'customer', signedIn: true, tier, region } : { ...visitor, region }
  return { customer: { id: 'cus_rehearsal', name, channel, externalId, region }, reader }
}

/** The hour at which a case begins is the hour at which it is run; from there on it passes as the case says. */
function createTime(clock: Clock): Clock & { begin(): void; forward(milliseconds: number): void } {
  let now = clock.now()
  return {
    ...clock,
    now: () => now,
    begin: () => void (now = clock.now()),
    forward: (milliseconds) => void (now += milliseconds),
  }
}
