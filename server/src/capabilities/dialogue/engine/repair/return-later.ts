/** Back after hours with a flow still open: where it stood is said, and whether to go on is asked. */
import type { FlowFrame } from '@lingxi/contract/dialogue'
import type { Command } from '../../situation.ts'
import { ask } from '../ask.ts'
import { beginOf } from '../frames.ts'
import { lead, nameOf, repaired, type Run, say, stepOf, topOf, waitsForCustomer, wordButton, words } from '../run.ts'

/** Milliseconds of quiet after which an open flow is not simply gone on with. */
const late = 4 * 3_600_000

export const isLate = (run: Run) => run.situation.quietFor > late

/** Says nothing about the flow: a greeting, say. */
const beside: Command['kind'][] = ['small-talk', 'miss', 'repeat', 'help']

/** Whether it was dealt with here. */
export function returnLater(run: Run, commands: readonly Command[]): boolean {
  const frame = topOf(run)
  if (!frame || !isLate(run) || !waitsForCustomer(frame) || run.situation.heard === null) return false
  if (!commands.every(({ kind }) => beside.includes(kind))) return false
  askStillWanted(run, frame)
  return true
}

/** A yes of yesterday, or to a question of yesterday, is no yes to an action. */
export function askStillWanted(run: Run, frame: FlowFrame): void {
  repaired(run, 'return-later')
  run.acted = true
  const kind = stepOf(run, frame)?.kind
  if (kind === 'confirm' || kind === 'action') {
    lead(run, words(run, 'stillConfirm'))
    return ask(run, frame)
  }
  const flow = run.stack[beginOf(run.stack, run.stack.indexOf(frame))]!.flow
  frame.waits = 'confirmation'
  say(run, words(run, 'returnLater', { flow: nameOf(run, flow) }), [wordButton(run, 'goOn'), wordButton(run, 'no')])
  run.quiet = true
}
