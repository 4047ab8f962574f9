/** Which ways are plausible for a message, and which of them is taken: by what was learnt, and by chance where that is let. */
import type { Explored, Weighed } from '@lingxi/contract/dialogue'
import { guessesIn } from '../commands/read-commands.ts'
import type { Decision, DialogueState, HeardMeaning } from '../decide.ts'
import type { CompiledFlows } from '../flows/compile.ts'
import type { Command, FlowSituation } from '../situation.ts'
import { choose } from './bandit/choose.ts'
import type { Arm, Features, Learnt } from './bandit/learnt.ts'

/** `frozen`: the best by what was learnt is taken, and chance has no part in it. */
export type Exploring = { learnt: Learnt; frozen: boolean }

export type Choosing = {
  situation: FlowSituation
  compiled: CompiledFlows
  commands: readonly Command[]
  weighed: readonly Weighed[]
  state: DialogueState
  meaning: HeardMeaning
  otherwise: Decision
}
export type ExploredWay = { explored: Explored; way: { policy: Weighed['policy']; otherwise: Decision } }

/** Ways further behind the best than this are not plausible. */
const widest = 0.3
/** Of anger and of what presses, 0–1: from here on nothing is tried out. */
const mostAnger = 0.35
const mostPressing = 0.6

/** Undefined where there is one way only, or where nothing may be tried out. */
export function explore(exploring: Exploring, choosing: Choosing): ExploredWay | undefined {
  const { situation, otherwise, state } = choosing
  if (!mayExplore(choosing) || otherwise.kind !== 'answer') return undefined
  const features = featuresOf(choosing)
  const arms = plausible(features, choosing)
  if (arms.length < 2) return undefined
  const { conversation } = situation.surroundings
  const explored = choose(exploring, { arms, features, seed: `${conversation.id}:${state.turn}` })
  return { explored, way: wayOf(explored.chosen as Arm, otherwise) }
}

/** Never where business is at stake, where somebody is angry or pressed, or where a flow or a guide waits for a reply. */
export function mayExplore({ situation, compiled, commands, state, meaning }: Choosing): boolean {
  if (meaning.anger >= mostAnger || (meaning.pressing ?? 0) >= mostPressing || state.guiding) return false
  if (meaning.act === 'hand-off' || commands.some(({ kind }) => kind === 'person')) return false
  if (situation.progress?.stack.some(({ waits }) => waits !== 'nothing')) return false
  const begun = commands.flatMap((command) =>
    command.kind === 'start' ? command.flow : command.kind === 'clarify' ? command.flows : [],
  )
  const open = situation.progress?.stack.map(({ flow }) => flow) ?? []
  return ![...open, ...begun].some((flow) => isRisky(flow, { situation, compiled }))
}

/** A flow that may do what needs a yes; an action that nobody knows is taken for one. */
function isRisky(flow: string, { situation, compiled }: Pick<Choosing, 'situation' | 'compiled'>): boolean {
  const steps = [...(compiled.flows.get(flow)?.steps.values() ?? [])]
  return steps.some((step) => {
    if (step.kind === 'link' || step.kind === 'call' || step.kind === 'confirm') return true
    return step.kind === 'action' && situation.actions.get(step.step.action)?.care !== 'none'
  })
}

function featuresOf({ weighed, situation, state, meaning, compiled }: Choosing): Features {
  const scoreOf = (policy: Weighed['policy']) => weighed.find((each) => each.policy === policy)?.score ?? 0
  const [guess] = guessesIn(situation, compiled)
  return {
    bias: 1,
    knowledge: scoreOf('knowledge'),
    clarification: scoreOf('clarification'),
    flow: scoreOf('triggered-flow'),
    guess: guess?.probability ?? 0,
    unknowns: Math.min(state.unknownsInRow, 3) / 3,
    anger: meaning.anger,
    pressing: meaning.pressing ?? 0,
    length: Math.min(situation.heard?.text.length ?? 0, 100) / 100,
    chinese: meaning.language === 'zh' ? 1 : 0,
    strange: situation.heard?.outOfScope ? 1 : 0,
    repeated: meaning.signals.includes('repeated-question') ? 1 : 0,
  }
}

function plausible({ knowledge, clarification, flow, unknowns }: Features, { otherwise }: Choosing): Arm[] {
  const scores: Record<Arm, number> = {
    answer: knowledge,
    offer: otherwise.kind === 'answer' && !otherwise.offerPerson ? knowledge - 0.1 : 0,
    clarify: clarification,
    begin: flow,
    'hand-over': unknowns > 0 ? 0.4 : 0,
  }
  const best = Math.max(...Object.values(scores))
  return (Object.keys(scores) as Arm[]).filter((arm) => scores[arm] > 0 && scores[arm] >= best - widest)
}

function wayOf(arm: Arm, otherwise: Extract<Decision, { kind: 'answer' }>): ExploredWay['way'] {
  switch (arm) {
    case 'answer':
      return { policy: 'knowledge', otherwise }
    case 'offer':
      return { policy: 'knowledge', otherwise: { ...otherwise, offerPerson: true } }
    case 'clarify':
      return { policy: 'clarification', otherwise }
    case 'begin':
      return { policy: 'triggered-flow', otherwise }
    case 'hand-over':
      return { policy: 'hand-over', otherwise: { kind: 'hand-off', reason: 'not-understood' } }
  }
}
