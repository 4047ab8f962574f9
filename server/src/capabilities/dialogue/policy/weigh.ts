/** What might be done with a message, each way with a score of 0–1 and what it rests on. Explicit, so that it can be argued with. */
import type { FlowFrame, Weighed } from '@lingxi/contract/dialogue'
import { asksHow, asksHowLong, asksSomething } from '../commands/read-commands.ts'
import type { Decision } from '../decide.ts'
import type { Command, Heard } from '../situation.ts'

export type Weighing = {
  commands: readonly Command[]
  running: FlowFrame | undefined
  heard: Heard
  /** What is done where the flows have nothing to do with it. */
  otherwise: Decision
  /** A language model is there that may answer. */
  hasModel: boolean
}

/** How sure each command makes that the flow that runs is meant. */
const forRunning: Partial<Record<Command['kind'], number>> = {
  fill: 0.95,
  correct: 0.95,
  choose: 0.95,
  affirm: 0.95,
  deny: 0.95,
  cancel: 0.92,
  refuse: 0.92,
  resume: 0.9,
  repeat: 0.9,
  help: 0.9,
  miss: 0.55,
}
/** A value that was said and cannot be taken is meant for the flow all the same. */
const invalid = 0.85
/**
 * "How do I return it" may want to know and not to do, unless the intent is plainly the one of doing it; "how long does it
 * take" only asks. Who names an order
 * of their own asks about that one, however it is asked.
 */
const asksHowShare = 0.7
const plainly = 0.97
const named = 0.8
/** Of two that weigh alike the flow that is open goes first. */
const besideRunning = 0.95

/** The first is done. Ways that nothing speaks for are left out; those that weigh alike stand in the order of certainty. */
export function weigh(weighing: Weighing): Weighed[] {
  return [
    handOver(weighing),
    running(weighing),
    ...triggered(weighing),
    clarification(weighing),
    smallTalk(weighing),
    knowledge(weighing),
    model(weighing),
  ]
    .filter((each) => each !== undefined)
    .toSorted((one, other) => other.score - one.score)
}

function handOver({ commands, otherwise }: Weighing): Weighed | undefined {
  if (otherwise.kind === 'hand-off') return { policy: 'hand-over', score: 1, because: otherwise.reason }
  if (commands.some(({ kind }) => kind === 'person'))
    return { policy: 'hand-over', score: 1, because: 'asked-for-person' }
  if (otherwise.kind === 'answer' && otherwise.handOffIfUnknown)
    return { policy: 'hand-over', score: 0.3, because: 'if nothing is known' }
  return undefined
}

function running({ commands, running: frame }: Weighing): Weighed | undefined {
  if (!frame) return undefined
  const scored = commands.map((command) => ({
    because: command.kind,
    score: command.kind === 'miss' && command.said !== '' ? invalid : (forRunning[command.kind] ?? 0),
  }))
  const best = scored.toSorted((one, other) => other.score - one.score)[0]
  return best && best.score > 0 ? { policy: 'running-flow', ...best, of: frame.flow } : undefined
}

function triggered({ commands, running: frame, heard }: Weighing): Weighed[] {
  // What asks beside a wish is answered by itself, and takes nothing from the wish.
  const isBeside = commands.some(({ kind }) => kind === 'knowledge')
  const asks = !isBeside && asksHow(heard.text)
  const asksTime = asksHowLong(heard.text)
  return commands.flatMap((command) => {
    if (command.kind === 'refuse' && !frame)
      return [{ policy: 'triggered-flow' as const, score: 0.8, because: 'refused', of: command.flow }]
    if (command.kind !== 'start') return []
    const { flow, because, isNamed } = command
    const score = isNamed ? Math.max(command.score, named) : command.score
    const share = (asks && !isNamed && (asksTime || score < plainly) ? asksHowShare : 1) * (frame ? besideRunning : 1)
    return [{ policy: 'triggered-flow' as const, score: rounded(score * share), because, of: flow }]
  })
}

function clarification({ commands }: Weighing): Weighed | undefined {
  const asked = commands.find((command) => command.kind === 'clarify')
  if (!asked) return undefined
  return { policy: 'clarification', score: rounded(asked.score), because: asked.flows.join(', ') }
}

function smallTalk({ commands, otherwise }: Weighing): Weighed | undefined {
  const said = commands.find((command) => command.kind === 'small-talk')
  if (said) return { policy: 'small-talk', score: 0.8, because: said.act }
  if (otherwise.kind === 'greet' || otherwise.kind === 'acknowledge' || otherwise.kind === 'soothe')
    return { policy: 'small-talk', score: 0.45, because: otherwise.reason }
  return undefined
}

function knowledge({ commands, otherwise, heard }: Weighing): Weighed | undefined {
  if (otherwise.kind === 'guide') return { policy: 'knowledge', score: 0.85, because: otherwise.reason }
  const isAsked = commands.some(({ kind }) => kind === 'knowledge')
  if (!isAsked && otherwise.kind !== 'answer') return undefined
  if (asksHow(heard.text)) return { policy: 'knowledge', score: 0.75, because: 'asks how' }
  if (asksSomething(heard.text)) return { policy: 'knowledge', score: isAsked ? 0.7 : 0.5, because: 'asks' }
  return { policy: 'knowledge', score: isAsked ? 0.6 : 0.35, because: 'says something that may be looked up' }
}

function model({ hasModel, otherwise, heard }: Weighing): Weighed | undefined {
  if (!hasModel || otherwise.kind !== 'answer') return undefined
  return heard.outOfScope
    ? { policy: 'model', score: 0.45, because: 'about no intent that was taught' }
    : { policy: 'model', score: 0.3, because: 'may write where nothing else fits' }
}

const rounded = (score: number) => Math.round(score * 1000) / 1000
