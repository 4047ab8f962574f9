/** Where nothing that is known answers: the flows that the message may have been about are offered, once, before "I do not know". */
import type { Weighed } from '@lingxi/contract/dialogue'
import { guessesIn } from '../commands/read-commands.ts'
import { offerFlows } from '../engine/engine.ts'
import type { CompiledFlows } from '../flows/compile.ts'
import type { Clarifying, FlowSituation } from '../situation.ts'

/** From here on, 0–1, the likeliest flow is worth offering; and others beside it. */
const leastFirst = 0.3
const leastBeside = 0.05
/** What is this much likelier to be something that no flow does is no matter for a flow. */
const mostElsewhere = 2
const mostOffered = 3

/** Looked for only once an answer was not found: most are. Undefined where no flow is likely, or they were offered just before. */
export function askBack(
  situation: FlowSituation,
  compiled: CompiledFlows,
  weighed: readonly Weighed[],
): Clarifying | undefined {
  const { heard, offered = [], progress } = situation
  if (!heard || heard.outOfScope || offered.length > 0 || (progress?.stack.length ?? 0) > 0) return undefined
  const guesses = guessesIn(situation, compiled, leastBeside).slice(0, mostOffered)
  const [first] = guesses
  const likeliest = Math.max(0, ...heard.candidates.map(({ probability }) => probability))
  if (!first || first.probability < leastFirst || likeliest > first.probability * mostElsewhere) return undefined
  const flows = guesses.map(({ flow }) => flow)
  const asked = offerFlows(situation, compiled, flows)
  return asked && { ...asked, why: { ...asked.why, weighed: [...weighed] } }
}
