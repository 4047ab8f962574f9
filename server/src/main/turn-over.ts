/** A turn put together over stand-ins: everything that thinks is the house's own, nothing that writes, sends or calls is. */
import type { Understanding } from '#understanding'
import { answerAll } from '../journeys/turn/answer-all.ts'
import { createCompose } from '../journeys/turn/compose.ts'
import { createDecideAndLook } from '../journeys/turn/decide-and-look.ts'
import { createGuides } from '../journeys/turn/guides.ts'
import { createTurn } from '../journeys/turn/turn.ts'
import type { TurnOver } from '../journeys/replaying/replaying.ts'
import { silentLog } from '../platform/log/log.ts'
import type { Parts } from './parts.ts'

type Reads = Pick<Understanding, 'understand' | 'readAct'>

const nothing = () => undefined

/**
 * `reads`: what understands in place of what reads now. `model`: whether one is there, and whether it writes answers; else none
 * is asked, for none answers the same twice. `frozen`: nothing is tried out where several ways are plausible.
 */
type Otherwise = { reads?: Reads; model?: { isThere: boolean; writes: boolean }; frozen?: boolean }

/** Who reads without asking a model: it costs, and never says the same twice. */
const withoutModel = (reads: Reads): Reads => ({
  ...reads,
  understand: (tenantId, text, context) => reads.understand(tenantId, text, { ...context, withoutModel: true }),
})

export function createTurnOver(parts: Parts, otherwise: Otherwise = {}): TurnOver {
  const { words, knowledge, findAnswer, recommendProducts, actionParts, choosing } = parts
  const {
    reads = parts.understanding,
    model = { isThere: parts.model !== undefined, writes: false },
    frozen,
  } = otherwise
  const { begin, follow } = createGuides({ knowledge })

  return function turnOver({ conversations, customers, flows, look, settings, explored, now }) {
    const clock = { now, reading: () => 0, after: () => nothing }
    const findAsOfThen: typeof findAnswer = (tenantId, question) =>
      findAnswer(tenantId, { ...question, trial: { at: now(), learnt: true }, withoutModel: !model.writes })
    let count = 0
    const ids = {
      next: <Prefix extends string>(prefix: Prefix) => `${prefix}_${++count}` as const,
      secret: String,
      chance: () => 0,
    }
    return createTurn({
      conversations,
      understanding: model.writes ? reads : withoutModel(reads),
      settings,
      decideAndLook: createDecideAndLook({ flows, actions: { list: actionParts.actions.list, look }, customers }),
      async policyOf(tenantId) {
        const then = explored()
        if (then) return { learnt: await choosing.learntOf(tenantId, then.learnt), frozen: then.frozen }
        const policy = await choosing.policyOf(tenantId)
        return frozen ? { ...policy, frozen } : policy
      },
      hasModel: model.isThere,
      compose: createCompose({
        findAnswer: findAsOfThen,
        answerOrHelp:
          ({ tenantId }) =>
          (asked) =>
            answerAll(findAsOfThen, tenantId, asked),
        recommendProducts: (tenantId, looking) => recommendProducts(tenantId, { ...looking, at: now() }),
        beginGuide: begin,
        followGuide: follow,
        words,
        settings,
        readerOf: customers.readerOf,
        conversations,
        deliveryOf: () => [],
        performing: () => [],
        draft: nothing,
        ids,
      }),
      clock,
      metrics: { countTurn: nothing, timeStep: nothing },
      log: silentLog,
    })
  }
}
