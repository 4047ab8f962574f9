/** Which flows a message plainly does not want. */
import type { RecognisedIntent } from '@lingxi/contract/understanding'
import type { CompiledFlows } from '../flows/compile.ts'
import type { FlowTrigger } from '../flows/triggers.ts'
import { says } from '../words/cues.ts'
import { labelsOfFlow, piecesOf, type Reading, speltLabels } from './reading.ts'

/** "不要退款，我要换货": what the refusing clause is about, by its name or by the words its intent rests on. */
export function refusedFlows(reading: Reading, triggers: FlowTrigger[]): string[] {
  const refusing = reading.clauses.filter(({ text }) => says('refuse', text))
  if (refusing.length === 0) return []
  const others = reading.clauses.filter((clause) => !refusing.includes(clause))
  const isWithin = (at: number) => refusing.some(({ start, end }) => at >= start && at < end)
  return [...new Set([...triggers.map(({ flow }) => flow), ...stackOf(reading)])].filter((flow) => {
    const words = tellingWords(flow, reading)
    const isIn = ({ text }: { text: string }) => words.some((word) => text.includes(word))
    if (refusing.some(isIn)) return !others.some(isIn)
    const intents = triggers.filter((each) => each.flow === flow).map(({ trigger }) => trigger.intent)
    return reading.heard.intents.some((intent) => intents.includes(intent.name) && restsOn(intent, isWithin))
  })
}

const stackOf = ({ situation }: Reading) => situation.progress?.stack.map(({ flow }) => flow) ?? []

/** What a flow is called, and the pieces of it that are of no other flow's name: "order" tells none from another. */
function tellingWords(flow: string, reading: Reading): string[] {
  const bearers = bearersOf(reading.flows)
  const labels = labelsOfFlow(flow, reading)
  return [...labels, ...labels.flatMap(piecesOf).filter((piece) => bearers.get(piece) === 1)]
}

const bearersOfAll = new WeakMap<CompiledFlows, Map<string, number>>()
/** How many flows bear each piece in their names. */
function bearersOf(flows: CompiledFlows): Map<string, number> {
  const known = bearersOfAll.get(flows)
  if (known) return known
  const bearers = new Map<string, number>()
  for (const { flow } of flows.flows.values())
    for (const piece of new Set(speltLabels(flow.name).flatMap(piecesOf)))
      bearers.set(piece, (bearers.get(piece) ?? 0) + 1)
  bearersOfAll.set(flows, bearers)
  return bearers
}

/** Whether most of what spoke for the intent stands where it is refused. */
export function restsOn({ because, start, end }: RecognisedIntent, isWithin: (at: number) => boolean): boolean {
  const spoke = because.filter(({ weight }) => weight > 0)
  if (spoke.length === 0) return isWithin(start) && isWithin(end - 1)
  const total = spoke.reduce((sum, { weight }) => sum + weight, 0)
  const inside = spoke.filter(({ start: at }) => isWithin(at)).reduce((sum, { weight }) => sum + weight, 0)
  return inside > total * 0.6
}
