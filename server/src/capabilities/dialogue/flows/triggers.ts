/** What begins flows, found by what is rarest in it, so that many flows cost a message nothing. */
import type { FlowSet, Trigger } from '@lingxi/contract/flow'

export type FlowTrigger = { flow: string; trigger: Trigger }
export type TriggerIndex = {
  byIntent: ReadonlyMap<string, FlowTrigger[]>
  byEntity: ReadonlyMap<string, FlowTrigger[]>
  byEvent: ReadonlyMap<string, FlowTrigger[]>
  /** Those that name a page and nothing that is said. */
  byPage: readonly FlowTrigger[]
  bySchedule: readonly FlowTrigger[]
}
/** What there is for triggers to be about. Names of what was recognised; `event` when something happened. */
export type Occasion = { intents: readonly string[]; entities: readonly string[]; event?: string; page: string | null }

export function indexTriggers({ flows }: FlowSet): TriggerIndex {
  const index = {
    byIntent: new Map<string, FlowTrigger[]>(),
    byEntity: new Map<string, FlowTrigger[]>(),
    byEvent: new Map<string, FlowTrigger[]>(),
    byPage: [] as FlowTrigger[],
    bySchedule: [] as FlowTrigger[],
  }
  const add = (to: Map<string, FlowTrigger[]>, name: string, each: FlowTrigger) =>
    void (to.get(name)?.push(each) ?? to.set(name, [each]))
  for (const [flow, { triggers = [] }] of Object.entries(flows))
    for (const trigger of triggers) {
      const each = { flow, trigger }
      if (trigger.event !== undefined) add(index.byEvent, trigger.event, each)
      else if (trigger.intent !== undefined) add(index.byIntent, trigger.intent, each)
      else if (trigger.entity !== undefined) add(index.byEntity, trigger.entity, each)
      else if (trigger.schedule !== undefined) index.bySchedule.push(each)
      else if (trigger.page !== undefined) index.byPage.push(each)
    }
  return index
}

/**
 * The triggers of which everything holds that they name, but for how probable an intent is, `if`, and the guard of the flow.
 * A trigger that names an event waits for one; one that names an intent or an entity is about what was said.
 */
export function triggersFor(index: TriggerIndex, occasion: Occasion): FlowTrigger[] {
  const { intents, entities, event, page } = occasion
  const found =
    event === undefined
      ? [
          ...intents.flatMap((name) => index.byIntent.get(name) ?? []),
          ...entities.flatMap((name) => index.byEntity.get(name) ?? []),
          ...index.byPage,
        ]
      : (index.byEvent.get(event) ?? [])
  return [...new Set(found)].filter(
    ({ trigger }) =>
      (trigger.intent === undefined || intents.includes(trigger.intent)) &&
      (trigger.entity === undefined || entities.includes(trigger.entity)) &&
      (trigger.page === undefined || isOnPage(trigger.page, page)),
  )
}

/** Whether a page lies where a pattern says: `*` is anything, and the rest is compared as it is. Linear. */
export function isOnPage(pattern: string, page: string | null): boolean {
  if (page === null) return false
  const [first = '', ...others] = pattern.split('*')
  if (others.length === 0) return page === pattern
  const last = others.pop()!
  if (!page.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = page.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return page.length - last.length >= at && page.endsWith(last)
}
