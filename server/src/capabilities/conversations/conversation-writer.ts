/**
 * The one hand that writes conversations. Whatever is asked while a transaction runs goes together into the next one
 * (group commit, as in Gray & Reuter, "Transaction Processing", 1993): under load the disk is asked once for many turns.
 * Each command decides on the locked state, so of two that exclude each other exactly one is written.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Language } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import { type DatabaseTransaction, tryAgain } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Jobs, NewJob } from '#platform/jobs'
import { type Outcome, type Refusal, stamp } from './commands.ts'
import { applyEvent, type ConversationState, startOf } from './conversation-state.ts'
import { type ConversationsStore, externalIdOf, type Heard, type NewEvent, type Tables } from './conversations-store.ts'

export type Speaking = { id: string; name: string; channel: string; language: Language }
export type Command = {
  /** A known conversation, or the open one of a customer, which is opened where there is none. */
  target: { conversation: string } | { customer: Speaking }
  /** The channel's id of the message this command writes down: a second time it is not written again. */
  once?: Heard
  decide: (state: ConversationState) => Outcome
}
export type Written =
  | { kind: 'written'; state: ConversationState; events: ConversationEvent[] }
  | { kind: 'refused'; refusal: Refusal; state: ConversationState }
  | { kind: 'repeated'; conversationId: string; event: ConversationEvent }
  | { kind: 'missing' }

type Asked = { command: Command; resolve: (written: Written) => void; reject: (error: unknown) => void }
type Answer = Written | { kind: 'threw'; error: unknown }
type Parts = { store: ConversationsStore; jobs: Pick<Jobs, 'addWithin'>; clock: Clock; ids: Ids }
type Batch = { tenantId: string; states: Map<string, ConversationState>; events: NewEvent[]; jobs: NewJob[] }

const mostInOne = 500
const mostAttempts = 6

export function createConversationWriter(
  parts: Parts,
  onWritten: (tenantId: string, written: Written[], jobs: NewJob[]) => void,
) {
  const waiting = new Map<string, Asked[]>()
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    for (;;) {
      const [tenantId, asked] = waiting.entries().next().value ?? []
      if (!tenantId || !asked) break
      const batch = asked.splice(0, mostInOne)
      if (asked.length === 0) waiting.delete(tenantId)
      await settle(tenantId, batch)
    }
    running = undefined
  }

  /** A batch that the database refuses is taken apart, so that one bad command does not take its neighbours along. */
  async function settle(tenantId: string, batch: Asked[]): Promise<void> {
    try {
      const { answers, jobs } = await writeWithRetries(
        parts,
        tenantId,
        batch.map(({ command }) => command),
      )
      onWritten(
        tenantId,
        answers.filter((answer) => answer.kind !== 'threw'),
        jobs,
      )
      answers.forEach((answer, index) => {
        if (answer.kind === 'threw') batch[index]?.reject(answer.error)
        else batch[index]?.resolve(answer)
      })
    } catch (error) {
      const [only] = batch
      if (batch.length === 1) return only?.reject(error)
      for (const each of batch) await settle(tenantId, [each])
    }
  }

  return {
    write(tenantId: string, command: Command): Promise<Written> {
      const { promise, resolve, reject } = Promise.withResolvers<Written>()
      const asked = waiting.get(tenantId) ?? []
      asked.push({ command, resolve, reject })
      waiting.set(tenantId, asked)
      running ??= Promise.resolve().then(run)
      return promise
    },
    /** Resolves when nothing is being written. */
    idle: async (): Promise<void> => running,
  }
}

const writeWithRetries = (parts: Parts, tenantId: string, commands: Command[]) =>
  tryAgain(() => parts.store.transaction((within) => writeBatch(parts, { tenantId, commands }, within)), mostAttempts)

async function writeBatch(
  parts: Parts,
  asked: { tenantId: string; commands: Command[] },
  within: DatabaseTransaction<Tables>,
) {
  const { tenantId, commands } = asked
  const targets = commands.map(({ target }) => target)
  const locked = await parts.store.lock(
    tenantId,
    {
      conversations: targets.flatMap((target) => ('conversation' in target ? target.conversation : [])),
      customers: targets.flatMap((target) => ('customer' in target ? target.customer.id : [])),
    },
    within,
  )
  const once = commands.flatMap((command) => command.once ?? [])
  const heard = new Map<string, Written>()
  if (once.length > 0)
    for (const row of await parts.store.findHeard(tenantId, once, within))
      heard.set(`${row.customer_id} ${row.external_id}`, {
        kind: 'repeated',
        conversationId: row.conversation_id,
        event: row.body,
      })

  const batch: Batch = { tenantId, states: new Map(locked.map((state) => [state.id, state])), events: [], jobs: [] }
  const answers = commands.map((command) => decideOne(parts, { command, batch, heard }))
  const touched = new Set(batch.events.map(({ state }) => state.id))
  if (touched.size > 0) {
    const states = [...touched].map((id) => batch.states.get(id)!)
    await parts.store.append(tenantId, { events: batch.events, states }, within)
  }
  if (batch.jobs.length > 0) await parts.jobs.addWithin(within, batch.jobs)
  return { answers, jobs: batch.jobs }
}

function decideOne(
  parts: Parts,
  { command, batch, heard }: { command: Command; batch: Batch; heard: Map<string, Written> },
): Answer {
  const known = command.once && heard.get(`${command.once.customerId} ${command.once.externalId}`)
  if (known) return known
  const at = isoInstant(parts.clock)
  const found = stateFor(command, batch) ?? open(parts, command, at)
  if (!found) return { kind: 'missing' }
  const outcome = attempt(() => command.decide(found.state))
  if ('error' in outcome) return { kind: 'threw', error: outcome.error }
  if ('refused' in outcome) return { kind: 'refused', refusal: outcome.refused, state: found.state }

  const events = [...found.opening, ...stamp(found.state, outcome.steps, at)]
  const after = events.slice(found.opening.length).reduce(applyEvent, found.state)
  batch.states.set(after.id, after)
  batch.events.push(...events.map((event) => ({ state: after, event })))
  for (const { job, body } of outcome.effects ?? [])
    batch.jobs.push({ name: job, key: after.id, body: { tenantId: batch.tenantId, ...body } })
  const first = events.find((event) => command.once && externalIdOf(event) === command.once.externalId)
  if (command.once && first)
    heard.set(`${command.once.customerId} ${command.once.externalId}`, {
      kind: 'repeated',
      conversationId: after.id,
      event: first,
    })
  return { kind: 'written', state: after, events }
}

function stateFor({ target }: Command, batch: Batch) {
  const state =
    'conversation' in target
      ? batch.states.get(target.conversation)
      : batch.states.values().find(({ customerId, status }) => customerId === target.customer.id && status === 'open')
  return state && { state, opening: [] as ConversationEvent[] }
}

function open({ ids }: Parts, { target }: Command, at: string) {
  if ('conversation' in target) return undefined
  const { id: customerId, name: customerName, channel, language } = target.customer
  const start = startOf(ids.next('cnv'), at)
  const opening = stamp(start, [{ type: 'conversation-opened', channel, customerId, customerName, language }], at)
  return { state: opening.reduce(applyEvent, start), opening }
}

function attempt(decide: () => Outcome): Outcome | { error: unknown } {
  try {
    return decide()
  } catch (error) {
    return { error }
  }
}
