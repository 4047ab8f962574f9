/** Why a turn was decided as it was, before anything was looked up: what was understood, and what the flows weighed. */
import type { Why } from '@lingxi/contract/conversation'
import type { Meaning, Understood } from '@lingxi/contract/understanding'
import type { FlowDecision } from '#dialogue'
import type { About, Speaking } from './composing.ts'

export function plainWhy(decision: Speaking, { meaning, flow, said }: Pick<About, 'meaning' | 'flow' | 'said'>): Why {
  const { act, confidence, language, signals } = meaning
  const reason = reasonOf[flow?.kind ?? 'none'] ?? decision.reason
  // Where something happened and nothing was said, nobody's mood was read.
  const understood = said === '' ? {} : { understood: understoodOf(meaning) }
  const dialogue = flow && flow.kind !== 'look' ? { dialogue: flow.why } : {}
  return { act, confidence, language, signals, ...understood, reason, writer: 'fixed', ...dialogue }
}

/** What the log keeps of a meaning. */
const understoodOf = (meaning: Meaning): Understood => {
  const { corrections, completed, intents, candidates, outOfScope, entities, mood, readBy } = meaning
  return { corrections, completed, intents, candidates, outOfScope, entities, mood, readBy }
}

/** What the flows decide has a reason of its own; how it came to that is in what was weighed. */
const reasonOf: Partial<Record<FlowDecision['kind'], string>> = { speak: 'follows-flow', clarify: 'asks-which' }
