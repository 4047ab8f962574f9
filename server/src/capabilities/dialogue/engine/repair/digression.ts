/**
 * Another flow is begun. One that is open waits below it and is come back to; of several that were asked for in one message
 * the first runs and the others wait for their turn, which is said. One that is open already is not begun twice, nor is one that
 * the open flow goes over to next: the reply that leads there may be its name.
 */
import { beginOf, makeRoom, mostFrames, newFrame, raise } from '../frames.ts'
import { wordsToRemember } from '../named-before.ts'
import { lead, nameOf, repaired, type Run, stepOf, topOf, waitsForCustomer, words } from '../run.ts'
import { isOpenTo } from '../take-step.ts'

/** In the order they were asked for. */
export function start(run: Run, asked: readonly string[]): void {
  const isOpen = (flow: string) => run.stack.some((frame) => frame.flow === flow)
  const next = nextOf(run)
  const wanted = [...new Set(asked)]
    .filter((flow) => flow !== next)
    .filter((flow) => run.compiled.flows.has(flow) && (isOpen(flow) || isOpenTo(run, flow)))
    .slice(0, mostStarted)
  const [first] = wanted
  if (first === undefined) return
  run.acted = true
  const below = topOf(run)
  const others = wanted.slice(1).filter((flow) => !isOpen(flow))
  begin(run, others.toReversed())
  if (isOpen(first)) comeBackTo(run, first)
  else {
    begin(run, [first])
    if (others.length === 0) Object.assign(topOf(run)!, wordsToRemember(run, first))
    if (others.length === 0 && below) digress(run, { first, below: nameOfMatter(run, below) })
  }
  if (others.length > 0) {
    repaired(run, 'several-intents')
    const flows = wanted.map((flow) => nameOf(run, flow)).join(run.language === 'zh' ? ' → ' : ', then ')
    lead(run, words(run, 'several', { flows }))
  }
}
const mostStarted = 4

/** The flow that the one on top goes over to, or calls, without another word of the customer. */
function nextOf(run: Run): string | undefined {
  const top = topOf(run)
  const at = top?.waits === 'nothing' ? stepOf(run, top) : undefined
  if (at?.kind === 'link') return at.step.link
  return at?.kind === 'call' ? at.step.call : undefined
}

function begin(run: Run, flows: readonly string[]): void {
  makeRoom(run, mostFrames - flows.length)
  for (const flow of flows) run.stack.push(newFrame(flow, run.compiled.flows.get(flow)!.first))
}

function comeBackTo(run: Run, flow: string): void {
  const frame = run.stack.findLast((each) => each.flow === flow)!
  repaired(run, 'resumption')
  raise(run, frame)
  run.returning = true
}

function digress(run: Run, { first, below }: { first: string; below: { flow: string; isOpen: boolean } }): void {
  if (!below.isOpen) return
  repaired(run, 'digression')
  lead(run, words(run, 'digress', { flow: nameOf(run, first), below: nameOf(run, below.flow) }))
}

/** The flow that the customer knows it by, and whether they are in the middle of it. */
function nameOfMatter(run: Run, frame: NonNullable<ReturnType<typeof topOf>>) {
  const place = run.stack.indexOf(frame)
  if (place < 0) return { flow: frame.flow, isOpen: false }
  return { flow: run.stack[beginOf(run.stack, place)]!.flow, isOpen: waitsForCustomer(frame) }
}
