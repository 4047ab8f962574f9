/** What was said, taken in its order: each command changes where the flows stand, before they run. */
import type { Weighed } from '@lingxi/contract/dialogue'
import { type Command, takesTime } from '../situation.ts'
import { affirm, choose, deny, fillSlot, fillWaiting } from './answers.ts'
import { giveTime, turnAside } from './repair/aside.ts'
import { cancel } from './repair/cancellation.ts'
import { clarify } from './repair/clarification.ts'
import { correct } from './repair/correction.ts'
import { start } from './repair/digression.ts'
import { help } from './repair/help.ts'
import { miss } from './repair/miss.ts'
import { refuse } from './repair/negation.ts'
import { person } from './repair/person.ts'
import { repeat } from './repair/repetition.ts'
import { resume } from './repair/resumption.ts'
import { returnLater } from './repair/return-later.ts'
import { repaired, type Run } from './run.ts'

type Applies = { [Kind in Command['kind']]: (run: Run, command: Extract<Command, { kind: Kind }>) => void }

const applies: Applies = {
  fill: fillSlot,
  correct,
  miss: (run, { said }) => miss(run, said),
  affirm,
  deny,
  choose,
  start: (run, { flow }) => start(run, [flow]),
  cancel,
  refuse,
  resume,
  repeat,
  help,
  knowledge: (run) => turnAside(run, 'knowledge'),
  'small-talk': (run, { act }) => (act === takesTime ? giveTime(run) : turnAside(run, 'small-talk')),
  clarify,
  person,
}

export function applyCommands(run: Run, said: readonly Command[]): void {
  run.weighed.push(...said.flatMap((command) => weigh(run, command) ?? []))
  if (returnLater(run, said)) return
  const waiting = valuesOfWaiting(said)
  for (const command of inOrder(run, said)) {
    if (waiting.some((each) => each.value === command)) continue
    if (run.handOver) return
    // A value that is corrected is the better answer to a yes or no that is said with it: "no, the other one".
    if (command.kind === 'deny' && said.some(({ kind }) => kind === 'correct')) continue
    run.acted ||= run.stack.length > 0
    if (command.kind === 'start') {
      if (command === said.find(({ kind }) => kind === 'start')) startAll(run, command, said)
    } else (applies[command.kind] as (run: Run, command: Command) => void)(run, command)
  }
}

function startAll(run: Run, first: Extract<Command, { kind: 'start' }>, said: readonly Command[]): void {
  const flows = startsIn(said)
  start(run, flows)
  // Something is named, and nothing is said of what is wanted with it: its flow asks.
  if (first.because.startsWith('entity ') && flows.length === 1) repaired(run, 'clarification')
  for (const { flow, value } of valuesOfWaiting(said)) fillWaiting(run, flow, value)
}

const startsIn = (said: readonly Command[]) => said.flatMap((each) => (each.kind === 'start' ? each.flow : []))

/**
 * Of several flows that begin, what was said with those that wait for their turn, the last first: each takes its values, and
 * what the one above it takes in their place is put back when that is over.
 */
function valuesOfWaiting(said: readonly Command[]): { flow: string; value: Fill }[] {
  const [, ...waiting] = said.flatMap((command, at) => (command.kind === 'start' ? { at, flow: command.flow } : []))
  return waiting.toReversed().flatMap(({ at, flow }) => {
    const next = said.findIndex(({ kind }, place) => place > at && kind === 'start')
    const own = said.slice(at, next < 0 ? undefined : next)
    return own.flatMap((value) => (value.kind === 'fill' ? { flow, value } : []))
  })
}
type Fill = Extract<Command, { kind: 'fill' }>

/** A person last, so that they know what was said with the wish; values after the flows that were begun with them. */
function inOrder(run: Run, said: readonly Command[]): Command[] {
  const isLast = ({ kind }: Command) => kind === 'person'
  const isValue = ({ kind }: Command) => kind === 'fill' && run.stack.length === 0
  const first = said.filter((each) => !isLast(each) && !isValue(each))
  return [...first, ...said.filter(isValue), ...said.filter(isLast)]
}

function weigh(run: Run, command: Command): Weighed | undefined {
  switch (command.kind) {
    case 'start':
      return { policy: 'triggered-flow', score: command.score, because: command.because, of: command.flow }
    case 'clarify':
      return { policy: 'clarification', score: 1, because: command.flows.join(', ') }
    case 'knowledge':
    case 'small-talk':
      return { policy: command.kind, score: 1, because: command.kind }
    case 'person':
      return { policy: 'hand-over', score: 1, because: 'asked-for-person' }
    default: {
      const open = run.stack.at(-1)
      return open && { policy: 'running-flow', score: 1, because: command.kind, of: open.flow }
    }
  }
}
