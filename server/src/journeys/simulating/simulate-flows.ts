/**
 * A turn with the draft of the flows, as a conversation would take it: understood, decided, and told. Nothing is written and
 * no action is called; what an action would have told is in the question.
 */
import type { Action } from '@lingxi/contract/action'
import type { FlowSet } from '@lingxi/contract/flow'
import type { flowSimulationRoutes, FlowTrial, TriedTurn } from '@lingxi/contract/flow-simulation'
import type { Language } from '@lingxi/contract/message'
import type { Handlers } from '@lingxi/contract/route'
import type { Meaning } from '@lingxi/contract/understanding'
import {
  compileFlows,
  decideFlows,
  decideTurn,
  type Exploring,
  feelMeaning,
  type FlowDecision,
  type FlowSituation,
  hearMeaning,
} from '#dialogue'

type Parts = {
  /** The draft as it stands. */
  draftOf: (tenantId: string) => Promise<FlowSet>
  understand: (
    tenantId: string,
    text: string,
    context: { language: Language; askedBefore: string[] },
  ) => Promise<Meaning>
  actionsOf: (tenantId: string) => Promise<ReadonlyMap<string, Action>>
  /** What chooses where several ways are plausible. */
  policyOf: (tenantId: string) => Promise<Exploring>
  /** Milliseconds since 1970. */
  now: () => number
}

/** No conversation has this id, so that no run of an action is taken for one of a customer's. */
const conversationId = 'simulation'

export function createSimulateFlows({
  draftOf,
  understand,
  actionsOf,
  policyOf,
  now,
}: Parts): Handlers<typeof flowSimulationRoutes> {
  return {
    async simulateFlows({ body }, { tenantId }) {
      const { said, language, before, start, part } = body
      const [set, actions, meaning] = await Promise.all([
        draftOf(tenantId),
        actionsOf(tenantId),
        said === null ? null : understand(tenantId, said, { language, askedBefore: before }),
      ])
      const compiled = compileFlows(withPart(set, part), body.progress?.version ?? 0)
      const situation = situationOf(body, { meaning, actions, now: now() })
      if (start !== null) {
        const begun = decideFlows(situation, compiled, [{ kind: 'start', flow: start, score: 1, because: 'by-hand' }])
        return tell(begun, null)
      }
      const state = { owner: 'bot', turn: body.turn, unknownsInRow: 0, soothedBefore: false } as const
      const deciding = {
        state,
        meaning: meaning && feelMeaning(meaning),
        hasModel: false,
        // A trial falls out the same each time, and shows what is thought best.
        policy: { ...(await policyOf(tenantId)), frozen: true },
      }
      const turn = decideTurn(situation, compiled, deciding)
      if (turn.by === 'flows') return tell(turn.decision, null)
      const { explored } = turn
      const why = { taken: [], weighed: turn.weighed, progress: body.progress, ...(explored && { explored }) }
      return { kind: 'turn', messages: [], otherwise: turn.decision.kind, handOver: null, why }
    },
  }
}

function withPart(set: FlowSet, part: FlowTrial['part']): FlowSet {
  if (part?.kind === 'flow') return { ...set, flows: { ...set.flows, [part.name]: part.content } }
  if (part?.kind === 'slot') return { ...set, slots: { ...set.slots, [part.name]: part.content } }
  return part ? { ...set, tables: { ...set.tables, [part.name]: part.content } } : set
}

type About = { meaning: Meaning | null; actions: ReadonlyMap<string, Action>; now: number }

function situationOf(trial: FlowTrial, { meaning, actions, now }: About): FlowSituation {
  const { said, language, turn, progress, offered, happened, looked, quietFor } = trial
  const customer = { id: 'simulated', name: '', tier: null, region: null, signed_in: true }
  const conversation = { id: conversationId, channel: 'web', language, page: null, turn }
  const heard = meaning && hearMeaning(meaning, said ?? '')
  return {
    progress,
    heard,
    happened,
    surroundings: { customer, conversation, now: new Date(now).toISOString() },
    quietFor,
    offered,
    looked,
    actions,
  }
}

function tell(decision: FlowDecision, otherwise: string | null): TriedTurn {
  if (decision.kind === 'look') return { kind: 'look', action: decision.action, input: decision.input as never }
  const { why } = decision
  switch (decision.kind) {
    case 'speak':
      return { kind: 'turn', messages: decision.messages, otherwise, handOver: decision.handOver?.reason ?? null, why }
    case 'clarify':
      return { kind: 'turn', messages: [decision.message], otherwise, handOver: null, why }
    case 'aside': {
      const messages = decision.resume ? [decision.resume] : []
      return { kind: 'turn', messages, otherwise: decision.of, handOver: null, why }
    }
    case 'none':
      return { kind: 'turn', messages: [], otherwise: otherwise ?? 'none', handOver: null, why }
  }
}
