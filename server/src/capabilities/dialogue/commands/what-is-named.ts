/** The things that a message names, and the flows that ask for such things. */
import type { RecognisedEntity } from '@lingxi/contract/understanding'
import type { CompiledFlows } from '../flows/compile.ts'
import type { Reading } from './reading.ts'

/** Whether the flow asks for a thing of this type. */
function asksFor(flow: string, type: string, { flows, slotsByEntity }: CompiledFlows): boolean {
  const collects = flows.get(flow)?.collects ?? []
  return slotsByEntity.get(type)?.some((slot) => collects.includes(slot)) ?? false
}

/** What is named of that which the flow collects. */
export const entityFor = (flow: string, { heard, flows }: Reading): RecognisedEntity | undefined =>
  heard.entities.find(({ type }) => asksFor(flow, type, flows))

/** Something is named that no other flow asks for. */
export function bearsAlone(flow: string, reading: Reading): boolean {
  const { flows } = reading
  const type = entityFor(flow, reading)?.type
  return type !== undefined && [...flows.flows.keys()].every((each) => asksFor(each, type, flows) === (each === flow))
}

/** Who names an order wants something that is done with one: of these, the flows that ask for most of what is named. */
export function takersOf<Guess extends { flow: string }>(guesses: Guess[], { heard, flows }: Reading): Guess[] {
  const types = [...new Set(heard.entities.map(({ type }) => type))]
  const takes = ({ flow }: Guess) => types.filter((type) => asksFor(flow, type, flows)).length
  const most = Math.max(0, ...guesses.map(takes))
  return guesses.filter((guess) => takes(guess) === most)
}
