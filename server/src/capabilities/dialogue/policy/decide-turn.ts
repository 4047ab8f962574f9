/**
 * The whole decision of a turn: what was said is read as commands, every way to go on is weighed, and the flows or the plain
 * dialogue decide. Where several ways are plausible, what was learnt from outcomes chooses between them. Pure.
 */
import type { Explored, Weighed } from '@lingxi/contract/dialogue'
import type { Feeling } from '@lingxi/contract/feeling'
import { readCommands } from '../commands/read-commands.ts'
import { nothingMore, saidOfNothing } from '../commands/read-leaving.ts'
import { type Decision, decide, type DialogueState, type HeardMeaning } from '../decide.ts'
import { decideFlows } from '../engine/engine.ts'
import type { CompiledFlows } from '../flows/compile.ts'
import type { Command, FlowDecision, FlowSituation, Heard } from '../situation.ts'
import { type Choosing, explore, type Exploring } from './explore.ts'
import { weigh } from './weigh.ts'

/** The flows decided, or the dialogue as it is without them. */
export type TurnDecision = ({ by: 'flows'; decision: FlowDecision } | { by: 'dialogue'; decision: Decision }) & {
  weighed: Weighed[]
  explored?: Explored | undefined
}

/** `meaning` null: the customer said nothing, something happened. */
export type Deciding = {
  state: DialogueState
  /** How far the company lets itself be led by feeling; as shipped unless said otherwise. */
  feeling?: Feeling | undefined
  meaning: HeardMeaning | null
  hasModel: boolean
  /** What chooses where several ways are plausible; null: the best weighed is done. */
  policy: Exploring | null
}

/** `compiled` null: no flows are released. A `look` is answered by deciding anew with what it told in `situation.looked`. */
export function decideTurn(situation: FlowSituation, compiled: CompiledFlows | null, deciding: Deciding): TurnDecision {
  const { state, meaning, hasModel, feeling } = deciding
  const { heard } = situation
  if (!heard || !meaning) return whatHappened(situation, compiled)
  const plain = decide(state, meaning, feeling)
  if (plain.kind === 'stay-silent') return { by: 'dialogue', decision: plain, weighed: [] }
  const commands = compiled && plain.kind !== 'hand-off' ? readCommands(situation, compiled) : []
  const said = smallTalkIn(commands) ?? (compiled ? undefined : saidOfNothing(heard.text))
  const otherwise = said === undefined ? plain : decide(state, heardAs(meaning, said), feeling)
  const weighed = weigh({ commands, running: situation.progress?.stack.at(-1), heard, otherwise, hasModel })
  if (!compiled) return { by: 'dialogue', decision: otherwise, weighed }
  if (otherwise.kind === 'hand-off') return handOver(situation, compiled, { otherwise, weighed })
  return takeBest({ situation, compiled, commands, weighed, state, meaning, otherwise }, deciding.policy)
}

/** What the whole message is, as it was read from where the conversation stands. */
const smallTalkIn = ([only, ...others]: Command[]) =>
  only?.kind === 'small-talk' && others.length === 0 ? only.act : undefined

/** Some acts are known only from where the conversation stands. */
const heardAs = (meaning: HeardMeaning, act: string): HeardMeaning =>
  act === nothingMore ? { ...meaning, signals: [...meaning.signals, act] } : { ...meaning, act }

function takeBest(choosing: Choosing, policy: Exploring | null): TurnDecision {
  const { situation, compiled, commands, weighed, otherwise } = choosing
  const explored = policy ? explore(policy, choosing) : undefined
  const way = explored?.way ?? { policy: weighed[0]?.policy ?? 'knowledge', otherwise }
  const heard = situation.heard!
  return follow({ situation, compiled, commands: [...commands], weighed, explored: explored?.explored, heard }, way)
}

type Way = { policy: Weighed['policy']; otherwise: Decision }
type Following = {
  situation: FlowSituation
  compiled: CompiledFlows
  commands: Command[]
  weighed: readonly Weighed[]
  explored: Explored | undefined
  heard: Heard
}

/** What weighs most is done by the flows where it is theirs, or where one is open and has to come back to its question. */
function follow(
  { situation, compiled, commands, weighed, explored, heard }: Following,
  { policy, otherwise }: Way,
): TurnDecision {
  const isOpen = (situation.progress?.stack.length ?? 0) > 0
  const first = [
    ...weighed.filter((each) => each.policy === policy),
    ...weighed.filter((each) => each.policy !== policy),
  ]
  const plain: TurnDecision = { by: 'dialogue', decision: otherwise, weighed: first, explored }
  const isOfFlows = policy === 'running-flow' || policy === 'triggered-flow' || policy === 'clarification'
  if (!isOfFlows && (!isOpen || otherwise.kind === 'hand-off')) return plain
  const taken = isOfFlows ? commands : asideOf(commands, heard, policy)
  const decision = askingOnly(decideFlows(situation, compiled, taken), taken)
  return decision.kind === 'none' ? plain : { ...byFlows(decision, first, explored), explored }
}

/** Only what asks is looked up, and not the rest of the message. */
function askingOnly(decision: FlowDecision, commands: Command[]): FlowDecision {
  const asked = commands.find((command) => command.kind === 'knowledge')
  return decision.kind === 'aside' && asked ? { ...decision, question: asked.question } : decision
}

/** Only the question, or the small talk, where that weighs more than what else was read. */
function asideOf(commands: Command[], heard: Heard, policy: Weighed['policy']): Command[] {
  const kept = commands.filter(({ kind }) => kind !== 'start' && kind !== 'clarify' && kind !== 'miss')
  const isThere = kept.some(({ kind }) => kind === 'knowledge' || kind === 'small-talk')
  if (isThere || policy === 'small-talk') return kept.length > 0 ? kept : commands
  return heard.question === '' ? commands : [...kept, { kind: 'knowledge', question: heard.question }]
}

type HandingOver = { otherwise: Extract<Decision, { kind: 'hand-off' }>; weighed: Weighed[] }

/** A person is told what an open flow knows; the flow is closed with it. */
function handOver(
  situation: FlowSituation,
  compiled: CompiledFlows,
  { otherwise, weighed }: HandingOver,
): TurnDecision {
  const isOpen = (situation.progress?.stack.length ?? 0) > 0
  const decision = isOpen ? decideFlows(situation, compiled, [{ kind: 'person' }]) : undefined
  if (decision?.kind !== 'speak' || !decision.handOver) return { by: 'dialogue', decision: otherwise, weighed }
  return byFlows({ ...decision, handOver: { ...decision.handOver, reason: otherwise.reason } }, weighed)
}

/** Nobody said anything: an action came to its end, an event came, time is up. */
function whatHappened(situation: FlowSituation, compiled: CompiledFlows | null): TurnDecision {
  const none: FlowDecision = { kind: 'none', why: { taken: [], weighed: [], progress: situation.progress } }
  const decision = compiled ? decideFlows(situation, compiled, []) : none
  return { by: 'flows', decision, weighed: decision.kind === 'look' ? [] : decision.why.weighed }
}

function byFlows(decision: FlowDecision, weighed: Weighed[], explored?: Explored): TurnDecision {
  if (decision.kind === 'look') return { by: 'flows', decision, weighed }
  const why = { ...decision.why, weighed, ...(explored && { explored }) }
  return { by: 'flows', decision: { ...decision, why }, weighed }
}
