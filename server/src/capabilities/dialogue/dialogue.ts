/**
 * What the bot does about a message, made of values only, so that any past conversation can be decided again: `decideTurn` is
 * the whole of it, `decide` its part without flows, `decideFlows` the part of the flows.
 */
export {
  type Decision,
  decide,
  type DecisionReason,
  decisionReasons,
  type DialogueState,
  type HeardMeaning,
} from './decide.ts'
export { feelMeaning, hearMeaning } from './hear-meaning.ts'
export { waitsForCustomer } from './engine/run.ts'
export { decideFlows } from './engine/engine.ts'
export { type CompiledFlow, type CompiledFlows, type CompiledStep, compileFlows } from './flows/compile.ts'
export { expressionFault } from './flows/expressions.ts'
export { expressionsIn } from './flows/templates.ts'
export { type Learnt, learn, type Sample, shippedLearnt } from './policy/bandit/learnt.ts'
export { evaluateOffPolicy, type Evaluation, mayBeReleased } from './policy/bandit/off-policy.ts'
export { readLearnt, writeLearnt } from './policy/bandit/learnt-text.ts'
export { type Outcome, outcomeOf, recontactWithin } from './policy/bandit/reward.ts'
export { leavesLine } from './commands/read-leaving.ts'
export { askBack } from './policy/ask-back.ts'
export { type Deciding, decideTurn, type TurnDecision } from './policy/decide-turn.ts'
export type { Exploring } from './policy/explore.ts'
export type { Clarifying, Command, FlowDecision, FlowSituation, Happened, Heard, Surroundings } from './situation.ts'
