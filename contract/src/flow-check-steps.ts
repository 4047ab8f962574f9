/** What is wrong with the steps of one flow, seen beside the other flows. */
import type { Flow, FlowStep } from './flow.ts'
import { type Checking, type Find, has, type KnownAction } from './flow-checking.ts'
import { isSchedule } from './flow-schedule.ts'
import { namedBy } from './flow-texts.ts'
import { endingFrom, reachedFrom, targetsOf, type Way, waysOf } from './flow-ways.ts'

export function checkFlow(flow: Flow, checking: Checking, find: Find): void {
  checkNames(flow, find)
  for (const step of flow.steps) checkStep(step, checking, find)
  checkTriggers(flow, checking, find)
  const ways = waysOf(flow)
  checkWays(flow, ways, find)
  checkConfirmed(flow, { ways, checking }, find)
}

function checkTriggers({ triggers = [] }: Flow, { intents, entities }: Checking, find: Find): void {
  for (const [index, { intent, entity, schedule }] of triggers.entries()) {
    if (schedule !== undefined && !isSchedule(schedule))
      find('bad-schedule', { at: `triggers.${index}.schedule`, words: { schedule } })
    if (intent !== undefined && intents?.has(intent) === false)
      find('unknown-intent', { at: `triggers.${index}.intent`, words: { intent } })
    if (entity !== undefined && entities?.has(entity) === false)
      find('unknown-entity', { at: `triggers.${index}.entity`, words: { entity } })
  }
}

function checkWays({ steps }: Flow, ways: Way[][], find: Find): void {
  const reached = reachedFrom(ways)
  for (const [place, { id }] of steps.entries()) if (!reached.has(place)) find('unreachable-step', { step: id })
  const ending = endingFrom(ways)
  const stuck = steps.flatMap(({ id }, place) => (reached.has(place) && !ending.has(place) ? [id] : []))
  if (stuck.length > 0) find('dead-end', { step: stuck[0]!, words: { steps: stuck.join(', ') } })
}

function checkNames({ steps }: Flow, find: Find): void {
  const ids = new Set<string>()
  for (const { id } of steps) {
    if (id === 'end') find('reserved-name', { step: id, at: 'id' })
    else if (ids.has(id)) find('duplicate-step', { step: id, at: 'id', words: { id } })
    ids.add(id)
  }
  for (const step of steps)
    for (const { at, target } of targetsOf(step))
      if (target !== 'end' && !ids.has(target)) find('unknown-step', { step: step.id, at, words: { target } })
}

function checkStep(step: FlowStep, { set, actions }: Checking, find: Find): void {
  const isKnown = {
    slot: (name: string) => has(set.slots, name),
    flow: (name: string) => has(set.flows, name),
    table: (name: string) => has(set.tables, name),
    action: (name: string) => actions?.has(name) !== false,
  }
  for (const { at, kind, name } of namedBy(step))
    if (!isKnown[kind](name)) find(`unknown-${kind}`, { step: step.id, at, words: { [kind]: name } })
  if ('action' in step) checkInput(step, actions?.get(step.action)?.input, find)
  if ('wait' in step && step.wait.event !== undefined && step.otherwise === undefined)
    find('wait-without-otherwise', { step: step.id, words: { event: step.wait.event } })
}

/** What the action does not take, and what it needs and is not given. */
function checkInput(
  { id, action, input = {} }: Extract<FlowStep, { action: string }>,
  schema: KnownAction['input'],
  find: Find,
): void {
  const { properties, required, additionalProperties } = (schema ?? {}) as Record<string, unknown>
  const takes = typeof properties === 'object' && properties !== null ? properties : {}
  for (const field of Object.keys(input))
    if (additionalProperties === false && !has(takes, field))
      find('unknown-input', { step: id, at: `input.${field}`, words: { action, field } })
  for (const field of Array.isArray(required) ? required.map(String) : [])
    if (!has(input, field)) find('missing-input', { step: id, at: 'input', words: { action, field } })
}

/** Goes with a yes and without one; a slot that may change takes the yes back. */
function checkConfirmed(flow: Flow, { ways, checking }: { ways: Way[][]; checking: Checking }, find: Find): void {
  const careful = (step: FlowStep) => {
    const care = 'action' in step ? checking.actions?.get(step.action)?.care : undefined
    return care === 'confirmation' || care === 'approval'
  }
  if (!flow.steps.some(careful)) return
  // Places that are come to without a yes, and with one.
  const without = new Set([0])
  const withYes = new Set<number>()
  const goOn = (place: number, confirmed: boolean) => {
    const step = flow.steps[place]!
    const forgets = 'collect' in step || 'set_slots' in step || 'decide' in step
    for (const { at, to } of ways[place]!) {
      if (to === 'end') continue
      const saidYes = 'confirm' in step ? at !== 'no' : confirmed && !forgets
      ;(saidYes ? withYes : without).add(to)
    }
  }
  for (let before = -1; before < without.size + withYes.size; ) {
    before = without.size + withYes.size
    for (const place of without) goOn(place, false)
    for (const place of withYes) goOn(place, true)
  }
  for (const place of [...without].toSorted((one, other) => one - other)) {
    const step = flow.steps[place]!
    if (careful(step) && 'action' in step)
      find('unconfirmed-action', { step: step.id, at: 'action', words: { action: step.action } })
  }
}
