/**
 * What the bot may do through the company's systems. `look` reads while a turn is thought; `act` changes something, after the
 * turn was written.
 * Promises: input and output fit their schemas; a run is performed once, however often it is asked for and whatever crashed
 * in between: one that may have reached the other side, and of which nobody knows, is repeated only where that side knows
 * it again by its key. Every call is kept, with personal data masked in what was sent. What goes wrong over there is a value.
 */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import type { Looked } from '@lingxi/contract/dialogue'
import type { Language } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { compileSchema } from '#platform/json-schema'
import { createActionRunsStore, type Ended } from './action-runs-store.ts'
import { createActionLog } from './action-log.ts'
import { maskIn } from './mask-in.ts'
import type { Provided, Provider, Ran } from './provider.ts'

export { builtIn, createBuiltIns } from './built-in.ts'
export { createHttpTools, type HttpTools } from './http-tools/http-tools.ts'
export { type AllowedPrograms, createMcpTools, type McpTools } from './mcp-tools/mcp-tools.ts'
export { createOpenTicket, type OpenTicket } from './open-ticket/open-ticket.ts'
export type { Call, Provided, Provider, Ran } from './provider.ts'

type Parts = {
  database: Database
  clock: Clock
  ids: Ids
  /** Where two provide an action of one name, the earlier does. */
  providers: Provider[]
  /** A text without what says who somebody is. */
  mask: (text: string) => string
}
export type Asked = {
  action: string
  input: Record<string, unknown>
  conversationId?: string | undefined
  /** The customer's, for what the other side says to them. */
  language?: Language | undefined
  signal?: AbortSignal | undefined
}
/** `again`: it failed in a way that trying later may help, without harm. */
export type Performed = ActionOutcome & { attempts: number; milliseconds: number; cost?: number; again?: boolean }

export type Described = Pick<Provided, 'action' | 'repeatable' | 'within'>

type Timed = Ran & { milliseconds: number }

const failed = (reason: string): Ran => ({ outcome: { kind: 'failed', reason }, attempts: 1 })

export function createActions({ database, clock, ids, providers, mask }: Parts) {
  const runs = createActionRunsStore(database)
  const checks = createChecks()
  /** What is under way in this process, so that two who ask for one run at once get one answer. */
  const underWay = new Map<string, Promise<Performed>>()

  async function provided(tenantId: string): Promise<Map<string, Provided>> {
    const lists = await Promise.all(providers.map((provider) => provider.list(tenantId)))
    return new Map(lists.reverse().flatMap((list) => [...list]))
  }

  async function call(tenantId: string, found: Provided, asked: Asked & { runId: string }): Promise<Ran> {
    const { runId, input, conversationId, language, signal } = asked
    const { input: wrongInput, output: wrongOutput } = checks(found.action)
    const wrong = wrongInput(input)
    if (wrong) return failed(`invalid-input: ${wrong}`)
    const ran = await found.run({ tenantId, runId, conversationId, language, input, signal })
    if (ran.outcome.kind !== 'done') return ran
    const unfit = wrongOutput(ran.outcome.output)
    return unfit ? { ...ran, ...failed(`invalid-output: ${unfit}`), attempts: ran.attempts } : ran
  }

  const begun = (effect: string, asked: Asked & { runId: string }) => ({
    id: asked.runId,
    action: asked.action,
    effect,
    conversationId: asked.conversationId,
    input: maskIn(asked.input, mask),
    at: isoInstant(clock),
  })

  function ended({ outcome, attempts, again, cost, milliseconds }: Timed): Ended {
    const state = again ? 'waiting' : outcome.kind
    return { state, outcome, attempts, milliseconds, cost, at: isoInstant(clock) }
  }

  async function timed(run: () => Promise<Ran>): Promise<Timed> {
    const from = clock.reading()
    const ran = await run()
    return { ...ran, milliseconds: Math.round((clock.reading() - from) * 100) / 100 }
  }

  async function perform(tenantId: string, asked: Asked & { runId: string }): Promise<Performed> {
    const found = (await provided(tenantId)).get(asked.action)
    const taken = await runs.begin(tenantId, begun('act', asked))
    if (taken) {
      const lost = taken.unsure && found?.repeatable !== true
      const ran = await timed(async () => {
        if (lost) return failed('nobody-knows')
        if (!found) return failed('no-such-action')
        return found.action.effect === 'act' ? call(tenantId, found, asked) : failed('only-looks')
      })
      await runs.end(tenantId, asked.runId, ended(ran))
    }
    const row = await runs.find(tenantId, asked.runId)
    if (!row?.outcome) throw new Error('a run that ended has no outcome')
    const { outcome, attempts, milliseconds, cost, state } = row
    return {
      ...outcome,
      attempts,
      milliseconds,
      ...(cost !== null && { cost }),
      ...(state === 'waiting' && { again: true }),
    }
  }

  return {
    ...createActionLog({ runs, clock, mask }),

    /** Every action that this company's bot may use, by name. */
    async list(tenantId: string): Promise<ReadonlyMap<string, Action>> {
      return new Map([...(await provided(tenantId))].map(([name, { action }]) => [name, action]))
    },

    /** The same with how each is called, for whoever stands in for the company's systems. */
    describe: (tenantId: string): Promise<ReadonlyMap<string, Described>> => provided(tenantId),

    /** Reads through an action that only looks. Whatever goes wrong is in the answer. */
    async look(tenantId: string, asked: Asked): Promise<Looked> {
      const found = (await provided(tenantId)).get(asked.action)
      const runId = ids.next('run')
      const begin = begun('look', { ...asked, runId })
      const ran = await timed(async () => {
        if (!found) return failed('no-such-action')
        return found.action.effect === 'look' ? call(tenantId, found, { ...asked, runId }) : failed('changes-something')
      })
      await runs.record(tenantId, begin, ended({ ...ran, again: false }))
      return presentLooked(asked, ran)
    },

    /** Performs a run, once; asked for again, it tells what became of it. Throws when our own side is broken: ask again. */
    act(tenantId: string, asked: Asked & { runId: string }): Promise<Performed> {
      const key = `${tenantId} ${asked.runId}`
      const under = underWay.get(key) ?? perform(tenantId, asked).finally(() => underWay.delete(key))
      underWay.set(key, under)
      return under
    },
  }
}
export type Actions = ReturnType<typeof createActions>

function presentLooked({ action, input }: Asked, { outcome, milliseconds }: Timed): Looked {
  return {
    action,
    input: input as Looked['input'],
    outcome: outcome.kind,
    output: outcome.kind === 'failed' ? null : outcome.output,
    ...(outcome.kind !== 'done' && { reason: outcome.reason }),
    milliseconds,
  }
}

/** The checks of an action's schemas, compiled when it is first called. */
function createChecks() {
  const known = new WeakMap<Action, { input: Wrong; output: Wrong }>()
  return function checksOf(action: Action) {
    const there = known.get(action)
    if (there) return there
    const made = { input: wrongBy(action.input), output: wrongBy(action.output) }
    known.set(action, made)
    return made
  }
}
type Wrong = (value: unknown) => string | undefined

/** What is built in and what was saved is known to compile; of another's server nobody knows. */
function wrongBy(schema: Action['input']): Wrong {
  const compiled = compileSchema(schema)
  return 'check' in compiled ? compiled.check : () => `its schema is none: ${compiled.wrong}`
}
