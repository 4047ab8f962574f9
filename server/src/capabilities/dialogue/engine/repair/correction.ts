/**
 * Another value for what was said before: the flow goes back to where it matters, and the steps that depend on it are taken
 * again. What does not depend on it is neither said nor done twice; a yes that was given is asked for anew.
 */
import type { FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import type { CompiledFlow } from '../../flows/compile.ts'
import { endOf } from '../frames.ts'
import { knownOf, labelOf, lead, ownOf, repaired, type Run, slotOf, words } from '../run.ts'
import { fitSlot, ownerOf, refusalOf, setSlot, valueInWords } from '../slots.ts'

type Corrected = { slot: string; value: FlowValue | null }

/** `value` null: what was said is taken back, and asked for again. */
export function correct(run: Run, { slot, value }: Corrected): void {
  const owner = ownerOf(run, slot)
  const fitted = value === null ? null : fitSlot(slotOf(run, slot), value)
  if (!owner) {
    if (fitted !== null && knownOf(run, slot) !== undefined) run.slots[slot] = fitted
    return
  }
  if (owner.waits === 'action') return lead(run, words(run, 'underway'))
  const refusal = fitted === null ? (value === null ? null : '') : refusalOf(run, { name: slot, value: fitted }, owner)
  if (refusal !== null) {
    repaired(run, 'invalid-value')
    return lead(run, refusal || words(run, 'notUnderstood'))
  }
  repaired(run, 'correction')
  setSlot(run, owner, { name: slot, value: fitted })
  const label = labelOf(run, slot)
  if (fitted === null) {
    run.reopened.add(slot)
    lead(run, words(run, 'reopened', { slot: label }))
  } else
    lead(run, words(run, 'corrected', { slot: label, value: valueInWords(run, owner, { name: slot, value: fitted }) }))
  goBack(run, owner, slot)
}

/** To the step where the slot first matters, if the flow came past it. The flows that it called from there are called anew. */
function goBack(run: Run, owner: FlowFrame, slot: string): void {
  const flow = run.compiled.flows.get(owner.flow)
  const back = flow && firstMattering(run, flow, slot)
  const ids = flow ? [...flow.steps.keys()] : []
  if (back === undefined || ids.indexOf(back) > ids.indexOf(owner.step)) return
  const place = run.stack.indexOf(owner)
  const end = endOf(run.stack, place)
  const called = run.stack.splice(place + 1, end - place - 1)
  owner.filled = [...new Set([...owner.filled, ...called.flatMap(({ filled }) => filled)])]
  // Only the flow on top is taken again now; another is when its turn comes.
  if (place === run.stack.length - 1) {
    const until = called.length > 0 ? '' : `${owner.flow}.${owner.step}`
    run.retaking = { until, changed: new Set([`slots.${slot}`]), elsewhere: false }
  }
  owner.step = back
  owner.waits = 'nothing'
  owner.missed = 0
  delete owner.until
}

function firstMattering(run: Run, { steps }: CompiledFlow, slot: string): string | undefined {
  const asks = [...steps.values()].find((step) => {
    if (step.kind === 'collect') return step.step.collect === slot
    if (step.kind === 'call') return run.compiled.flows.get(step.step.call)?.collects.includes(slot)
    return step.kind === 'decide' && ownOf(run.compiled.set.tables, step.step.decide)?.inputs.includes(slot)
  })
  if (asks) return asks.id
  const named = new RegExp(`\\bslots\\s*(?:\\.\\s*|\\[\\s*\\\\?["'])${slot}\\b`)
  return [...steps.values()].find(({ step }) => named.test(JSON.stringify(step)))?.id
}
