/** Which flows a message begins, which it plainly does not want, and which two of them cannot be told apart. */
import type { RecognisedIntent } from '@lingxi/contract/understanding'
import type { CompiledFlows } from '../flows/compile.ts'
import { type FlowTrigger, triggersFor } from '../flows/triggers.ts'
import type { Command } from '../situation.ts'
import { spell } from '../words/clauses.ts'
import { says, without } from '../words/cues.ts'
import { labelsOfFlow, names, type Reading, scopeOf, speltLabels } from './reading.ts'
import { pickOffered } from './read-offered.ts'
import { refusedFlows } from './read-refused.ts'
import { flowsOfTopic, saysNoWish } from './read-topics.ts'
import { bearsAlone, entityFor, takersOf } from './what-is-named.ts'

export type Start = Extract<Command, { kind: 'start' }> & { at: number; intent?: RecognisedIntent | undefined }
export type Guess = { flow: string; probability: number }
type Clarify = Extract<Command, { kind: 'clarify' }>
export type Starts = { starts: Start[]; refused: string[]; clarify: Clarify | undefined; guesses: Guess[] }

/** From this probability on an intent begins a flow, where its trigger names none. */
const leastIntent = 0.5
/** Two flows nearer to each other than this, in probability, are asked about. */
const closest = 0.15
/** From here on a guess is worth asking back with. */
export const leastGuess = 0.3
/** The least that is told of: the flow that a message is about may be among several that all look unlikely. */
const leastToOffer = 0.05
/** From here on a guess begins a flow that no other rivals; earlier where what the flow asks for is named. */
const leastUnrivalled = 0.4
const leastNamed = 0.25
/** As sure as this an intent is right, whatever else is named; less sure, what is named may show that another is meant. */
const unmistakable = 0.9
const leastWhereNamed = 0.01
/** How many times as probable as the next flow. */
const rivals = 2
const rivalsWhereNamed = 1.5
/** Beside what is refused, which took most of what is probable. */
const leastInstead = 0.1
/** How good it is at most to ask which is meant. */
const mostClarifying = 0.9
/** How sure what was named makes a flow, without an intent. */
const sureness = { named: 1, entity: 0.8, page: 0.6 }

export function readStarts(reading: Reading): Starts {
  const { heard, flows, situation } = reading
  const triggers = triggersFor(flows.triggers, {
    intents: [...new Set([...heard.intents, ...heard.candidates].map(({ name }) => name))],
    entities: [...new Set(heard.entities.map(({ type }) => type))],
    page: situation.surroundings.conversation.page,
  }).filter((each) => isOpen(each, reading))
  const refused = refusedFlows(reading, triggers)
  const wanted = triggers.filter(({ flow }) => !refused.includes(flow))
  const named = byName(reading)
  const found = named.length > 0 ? named : unique(wanted.flatMap((each) => startOf(each, reading)))
  // Who was asked back may want something else all the same.
  const isElsewhere = saidToBegin(found).some(({ flow }) => !situation.offered?.includes(flow))
  const picked = isElsewhere ? undefined : pickOffered(wanted, reading)
  if (picked) return { starts: [{ kind: 'start', at: 0, ...picked }], refused, clarify: undefined, guesses: [] }
  const surestOf = surest(found, [...ofAnother(reading), ...unrivalled(wanted, reading)].slice(0, 1))
  const starts = surestOf.map((start) => (surestOf.length === 1 ? byWhatIsNamed(start, wanted, reading) : start))
  // What is named with a refusal is for what is wanted in its place.
  const instead = refused.length > 0 && saidToBegin(starts).length === 0 ? insteadOf(wanted, reading) : []
  if (instead.length > 0) starts.splice(0, starts.length, ...instead)
  return {
    starts,
    refused,
    clarify: clarifying(wanted, starts, reading),
    guesses: guessesOf(wanted, reading, leastToOffer),
  }
}

const saidToBegin = (starts: Start[]) =>
  starts.filter(({ intent, score }) => intent !== undefined || score === sureness.named)

/** What is named, or the page it is said on, begins a flow where nothing says what is wanted. */
function surest(starts: Start[], guessed: Start[]): Start[] {
  const wished = saidToBegin(starts)
  if (wished.length > 0) return wished
  return guessed.length > 0 ? guessed : starts
}

/** "And SG70411002?", "sorry, I meant the other one, …": what the last flow did is wanted for what is named now. */
function ofAnother(reading: Reading): Start[] {
  const { heard, flows, situation } = reading
  const flow = situation.ended === undefined ? undefined : flows.flows.get(situation.ended)
  if (!flow || (situation.progress?.stack.length ?? 0) > 0 || !isOpen({ flow: flow.name, trigger: {} }, reading))
    return []
  const at = entityFor(flow.name, reading)
  const rest = at ? spell(heard.text.slice(0, at.start) + heard.text.slice(at.end)) : ''
  const isSaid = says('another', rest) || says('correct', rest) || says('wrong', rest)
  return at && isSaid
    ? [{ kind: 'start', flow: flow.name, score: sureness.named, because: 'asked of another', at: at.start }]
    : []
}

/** "Is coupon DONG60 still good?" sounds like wanting one, and names what one flow alone asks for. */
function byWhatIsNamed(start: Start, wanted: FlowTrigger[], reading: Reading): Start {
  if (!start.intent || start.score >= unmistakable || entityFor(start.flow, reading)) return start
  const asking = guessesOf(wanted, reading, leastWhereNamed).filter(({ flow }) => bearsAlone(flow, reading))
  const [only, ...others] = asking
  return only && others.length === 0 ? { ...start, flow: only.flow, because: 'what is named' } : start
}

/** No intent is sure, and of those that may be meant one leads to a flow: all the more where what it asks for is named. */
function unrivalled(wanted: FlowTrigger[], reading: Reading): Start[] {
  const { heard, situation } = reading
  const isNothing = heard.outOfScope || saysNoWish(reading)
  const [first, second] = isNothing ? [] : takersOf(guessesOf(wanted, reading, leastNamed), reading)
  if (!first || isRivalled(first, second, reading)) return []
  const isOpen = (situation.progress?.stack.length ?? 0) > 0
  const isNamed = entityFor(first.flow, reading) !== undefined
  // What is named while a flow is open is for that flow, unless another is as good as wished for.
  if (isOpen && !isNamed) return []
  if (first.probability < (isNamed && !isOpen ? leastNamed : leastUnrivalled)) return []
  const { flow, probability: score } = first
  const intents = wanted.flatMap((each) => (each.flow === flow ? (each.trigger.intent ?? []) : []))
  const intent = heard.intents.find(({ name }) => intents.includes(name))
  return [{ kind: 'start', flow, score, because: 'nothing else leads on', at: 0, intent }]
}

function isRivalled(first: Guess, second: Guess | undefined, reading: Reading): boolean {
  const least = entityFor(first.flow, reading) ? rivalsWhereNamed : rivals
  return second !== undefined && first.probability < least * second.probability
}

/** The guard of the flow and the condition of the trigger. */
function isOpen({ flow, trigger }: { flow: string; trigger: { if?: string | undefined } }, reading: Reading): boolean {
  const conditions = [reading.flows.flows.get(flow)?.flow.if, trigger.if]
  const scope = scopeOf(reading)
  return conditions.every((each) => each === undefined || reading.flows.evaluate(each, scope).value === true)
}

function startOf({ flow, trigger }: FlowTrigger, reading: Reading): Start[] {
  const { heard } = reading
  const start = { kind: 'start' as const, flow }
  if (trigger.intent !== undefined) {
    const intent = heard.intents.find(({ name }) => name === trigger.intent)
    if (!intent || intent.probability < (trigger.at_least ?? leastFor(flow, intent, reading))) return []
    return [{ ...start, score: intent.probability, because: `intent ${intent.name}`, at: intent.start, intent }]
  }
  const entity = heard.entities.find(({ type }) => type === trigger.entity)
  if (entity) return [{ ...start, score: sureness.entity, because: `entity ${entity.type}`, at: entity.start }]
  return [{ ...start, score: sureness.page, because: `page ${trigger.page}`, at: 0 }]
}

/** Of several wishes each of which names a thing, such a thing makes the flow surer that asks for it. */
function leastFor(flow: string, { start, end }: RecognisedIntent, reading: Reading): number {
  const { heard } = reading
  const within = heard.entities.filter((each) => each.start >= start && each.end <= end)
  const isNamed = heard.intents.length > 1 && entityFor(flow, { ...reading, heard: { ...heard, entities: within } })
  return isNamed ? leastUnrivalled : leastIntent
}

/** Who says the name of a flow and no more, as a button does, means it. */
function byName(reading: Reading): Start[] {
  const named = [reading.text, withoutEntities(reading.heard)].flatMap((text) => {
    const said = without('want', text).replace(/^[\s,，:：]+|[\s.,，:：!。?]+$/gu, '')
    return namesOf(reading.flows).get(said) ?? []
  })
  return [...new Set(named)].flatMap((flow) =>
    isOpen({ flow, trigger: {} }, reading)
      ? [{ kind: 'start' as const, flow, score: sureness.named, because: 'named', at: 0 }]
      : [],
  )
}

/** "Correct an invoice SG70411002": the name, with the thing beside it. */
const withoutEntities = ({ text, entities }: Reading['heard']) =>
  spell(entities.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text))

const namesOfAll = new WeakMap<CompiledFlows, Map<string, string[]>>()
function namesOf(flows: CompiledFlows): Map<string, string[]> {
  const known = namesOfAll.get(flows)
  if (known) return known
  const byLabel = new Map<string, string[]>()
  for (const { name, flow } of flows.flows.values())
    for (const label of new Set(speltLabels(flow.name))) byLabel.set(label, [...(byLabel.get(label) ?? []), name])
  namesOfAll.set(flows, byLabel)
  return byLabel
}

/** In the order they are said; a flow once, by what makes it surest. */
function unique(starts: Start[]): Start[] {
  const surest = new Map<string, Start>()
  for (const start of starts) if ((surest.get(start.flow)?.score ?? -1) < start.score) surest.set(start.flow, start)
  return [...surest.values()].toSorted((one, other) => one.at - other.at)
}

/** What was refused drowned what is wanted: the next best guess that the rest of the message names, or the best at all. */
function insteadOf(wanted: FlowTrigger[], reading: Reading): Start[] {
  const others = reading.clauses.filter(({ text }) => !says('refuse', text))
  if (others.length === 0) return []
  const guesses = guessesOf(wanted, reading, leastInstead)
  const named = guesses.find(({ flow }) => others.some(({ text }) => names(text, labelsOfFlow(flow, reading))))
  const best = named ?? guesses[0]
  return best
    ? [{ kind: 'start', flow: best.flow, score: best.probability, because: 'instead of what is refused', at: 0 }]
    : []
}

/** Flows that the message may be about, the most probable first. */
function guessesOf(triggers: FlowTrigger[], { heard }: Reading, least = leastGuess): Guess[] {
  return heard.candidates
    .filter(({ probability }) => probability >= least)
    .flatMap(({ name, probability }) =>
      triggers.filter(({ trigger }) => trigger.intent === name).map(({ flow }) => ({ flow, probability })),
    )
    .filter(({ flow }, at, all) => all.findIndex((other) => other.flow === flow) === at)
}

/** A bare topic leaves open which of its flows is meant, however sure an intent is of the one word. */
function clarifying(wanted: FlowTrigger[], starts: Start[], reading: Reading): Clarify | undefined {
  const close = tooClose(wanted, starts, reading)
  const [first = 0, second = 0] = reading.heard.candidates.map(({ probability }) => probability)
  // The nearer the two, the better it is to ask.
  const score = Math.min(mostClarifying, mostClarifying - (first - second))
  if (close.length > 0) return { kind: 'clarify', flows: close, score }
  const isNamed = starts.some(({ score: sure }) => sure === sureness.named)
  const topical = isNamed ? [] : flowsOfTopic(openByIntent(reading), reading)
  return topical.length > 0 ? { kind: 'clarify', flows: topical, score: mostClarifying } : undefined
}

const openByIntent = (reading: Reading) =>
  [...new Set([...reading.flows.triggers.byIntent.values()].flat().map(({ flow }) => flow))].filter((flow) =>
    isOpen({ flow, trigger: {} }, reading),
  )

/** Two flows of one message that are about as probable: not where each has its own part of the message. */
function tooClose(wanted: FlowTrigger[], starts: Start[], reading: Reading): string[] {
  if (reading.heard.outOfScope || starts.length > 1 || (starts[0] && !starts[0].intent)) return []
  // Who names an order wants something that is done with one.
  const [first, ...others] = takersOf(guessesOf(wanted, reading), reading)
  if (!first || (starts[0] && starts[0].flow !== first.flow)) return []
  const near = others.filter(({ probability }) => first.probability - probability < closest)
  return near.length > 0 ? [first.flow, ...near.map(({ flow }) => flow)].slice(0, 4) : []
}
