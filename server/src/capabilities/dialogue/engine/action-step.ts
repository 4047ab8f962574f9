/**
 * Actions in flows. One that only looks is asked for by returning it, and its outcome is here when the turn is decided anew.
 * One that changes something is requested and waited for; it needs a plain yes first where its care says so, and a yes is
 * for one action: it is used up by it.
 */
import type { Action } from '@lingxi/contract/action'
import type { ActionRequest, FlowFrame } from '@lingxi/contract/dialogue'
import { type CompiledStep, targetOf } from '../flows/compile.ts'
import { asPlainText } from '../flows/templates.ts'
import { ask } from './ask.ts'
import { dependsOn } from './depends-on.ts'
import { drop, goTo } from './frames.ts'
import { evaluate, faulty, fill, lead, type Run, say, stepOf, wordButton, words } from './run.ts'
import { handOver } from './stop.ts'

type ActionStep = CompiledStep & { kind: 'action' }
type TicketStep = CompiledStep & { kind: 'open_ticket' }
/** What an action came to, as it is kept of a look and told of an act. */
export type Came = { outcome: 'done' | 'refused' | 'failed'; output: unknown; reason: string }

const ticketAction = 'open_ticket'
const mostLooks = 8

export function takeAction(run: Run, frame: FlowFrame, compiled: ActionStep): void {
  const { step } = compiled
  const action = run.situation.actions.get(step.action)
  if (!action) {
    faulty(run, frame, { expression: step.action, because: 'there is no such action' })
    return come(run, frame, { outcome: 'failed', output: null, reason: 'unknown-action' })
  }
  const input = inputOf(run, frame, step.input ?? {})
  if (action.effect === 'look') return look(run, frame, { action: step.action, input })
  const isChanged = dependsOn(run, Object.values(step.input ?? {}))
  if (isRetakenAsItWas(run, frame, { compiled, isChanged })) return goTo(run, frame, compiled.next)
  const isAnew = run.retaking !== null && isDone(frame, compiled)
  if ((action.care !== 'none' || isAnew) && !frame.confirmed) return ask(run, frame)
  request(run, frame, { action: step.action, input, care: action.care })
}

export function takeTicket(run: Run, frame: FlowFrame, compiled: TicketStep): void {
  const { subject, text, priority = 'normal' } = compiled.step.open_ticket
  const isChanged = dependsOn(run, [subject.zh, subject.en, text.zh, text.en])
  if (isRetakenAsItWas(run, frame, { compiled, isChanged })) return goTo(run, frame, compiled.next)
  const input = { subject: fill(run, frame, subject), text: fill(run, frame, text), priority }
  request(run, frame, { action: ticketAction, input, care: 'none' })
}

/** Done before in this flow, and nothing that it was done with has changed: it is not done again. */
const isRetakenAsItWas = (
  run: Run,
  frame: FlowFrame,
  { compiled, isChanged }: { compiled: ActionStep | TicketStep; isChanged: boolean },
) => run.retaking !== null && !isChanged && isDone(frame, compiled)
const isDone = (frame: FlowFrame, compiled: ActionStep | TicketStep) => Object.hasOwn(frame.results, resultOf(compiled))
/** What its result is called: as it says, or as the step is. */
export const resultOf = ({ id, step }: ActionStep | TicketStep): string => step.into ?? id

/** What is missing is left out. */
function inputOf(run: Run, frame: FlowFrame, reading: Record<string, string>): ActionRequest['input'] {
  const read = Object.entries(reading).map(([name, expression]) => [name, evaluate(run, frame, expression)] as const)
  return Object.fromEntries(read.filter(([, value]) => value !== null)) as ActionRequest['input']
}

function look(run: Run, frame: FlowFrame, looking: { action: string; input: Record<string, unknown> }): void {
  const { looked } = run.situation
  const asked = JSON.stringify(looking.input)
  const found = looked.find(({ action, input }) => action === looking.action && JSON.stringify(input) === asked)
  if (found) return come(run, frame, { outcome: found.outcome, output: found.output, reason: found.reason ?? '' })
  if (looked.length >= mostLooks) {
    faulty(run, frame, { expression: looking.action, because: `more than ${mostLooks} looks in one turn` })
    return come(run, frame, { outcome: 'failed', output: null, reason: 'too-many-looks' })
  }
  run.look = looking
}

type Requested = { action: string; input: ActionRequest['input']; care: Action['care'] }

function request(run: Run, frame: FlowFrame, { action, input, care }: Requested): void {
  const { id, turn } = run.situation.surroundings.conversation
  const told = run.situation.happened.flatMap((each) => (each.kind === 'performed' ? each.runId : []))
  let runId = `${id}:${turn}:${frame.flow}:${frame.step}`
  while (told.includes(runId) || run.requested.some((each) => each.runId === runId)) runId += ':again'
  run.requested.push({ runId, action, input, needs: care === 'approval' ? 'approval' : 'nothing' })
  frame.waits = 'action'
  frame.run = runId
  frame.confirmed = false
  if (care === 'approval') say(run, words(run, 'approval'))
  else if (run.messages.length === 0) say(run, words(run, 'working'))
}

/** `status-409`, `not-approved`: for whoever looks into it, and nothing to say to a customer. */
const isCode = /^[a-z]+(?:-[a-z\d]+)+$/

/** Goes on with what the action at this step came to. `event.outcome` and `event.reason` are there for what is said of it. */
export function come(run: Run, frame: FlowFrame, { outcome, output, reason }: Came): void {
  const compiled = stepOf(run, frame)
  if (compiled?.kind !== 'action' && compiled?.kind !== 'open_ticket') return
  run.event = { outcome, reason }
  if (outcome !== 'failed') keep(run, frame, { name: resultOf(compiled), output })
  if (outcome === 'done') return goTo(run, frame, compiled.next)
  if (run.retaking) run.retaking.elsewhere = true
  const way = compiled.kind === 'action' ? compiled.step[outcome] : undefined
  if (way !== undefined) return goTo(run, frame, targetOf(way))
  if (outcome === 'failed') return handOver(run, 'action-failed', words(run, 'actionFailed'))
  drop(run, frame)
  lead(run, words(run, 'actionRefused', { reason: isCode.test(reason) ? '' : asPlainText(reason) }).trim())
  say(run, '', [wordButton(run, 'person')])
}

function keep(run: Run, frame: FlowFrame, { name, output }: { name: string; output: unknown }): void {
  const before = Object.hasOwn(frame.results, name) ? JSON.stringify(frame.results[name]) : undefined
  if (before !== JSON.stringify(output)) run.retaking?.changed.add(`results.${name}`)
  frame.results[name] = output as FlowFrame['results'][string]
}
