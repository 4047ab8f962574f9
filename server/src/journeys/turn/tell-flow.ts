/** What the flows say becomes what the bot says: in several messages, with sympathy first where it is due. */
import type { FlowDecision } from '#dialogue'
import type { Result, Said } from './composing.ts'

type Beside = {
  /** What comes of it that a person is brought. */
  person: Result | undefined
  sympathy: string
  signals: string[]
}

export function tellFlow(told: Said[], { person, sympathy, signals }: Beside): Result {
  const [first, ...further] = told
  const result = { decision: 'flow' as const, ...person, further }
  if (!sympathy) return { ...result, said: first! }
  const said = { ...first!, text: `${sympathy}${first!.text}` }
  return { ...result, said, why: { ...person?.why, signals } }
}

/** The flow said already that a person takes over: only the place in the line is told beside that. */
export function withPlace(told: Said[], { person, place }: { person: { said: Said }; place: string }): Said[] {
  const last = told.at(-1)
  return last ? [...told.slice(0, -1), { ...last, text: `${last.text}${place}` }] : [person.said]
}

/** Another matter was dealt with: then back to what was asked, unless a person has it now. */
export const withFurther = (result: Result, resume: Said | null): Result =>
  result.handOff || !resume ? result : { ...result, further: [...(result.further ?? []), resume] }

/** Where nothing was said but something happened, the bot speaks only if a flow has something to say. */
export const isSpoken = (flow: FlowDecision | undefined) =>
  flow?.kind === 'clarify' || (flow?.kind === 'speak' && (flow.messages.length > 0 || flow.handOver !== null))

/** A turn without a word is written all the same, so that none is due any more. */
export const wordless = {
  further: [],
  decision: 'stay-silent' as const,
  said: undefined,
  why: undefined,
  handOff: undefined,
  flow: undefined,
}

/** What a turn asks to be done once it is written. */
export const requestedIn = (flow: FlowDecision | undefined) =>
  flow && flow.kind !== 'look' ? (flow.why.requested ?? []) : []
