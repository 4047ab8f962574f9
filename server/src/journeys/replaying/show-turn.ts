/** A turn in what people look at, and what they look for first when it is another. */
import type { ShownTurn } from '@lingxi/contract/replay'
import type { TakenTurn } from './take-again.ts'
import type { TurnOutcome } from './recorded-turns.ts'

const longestText = 1200
const nothing: ShownTurn = {
  decision: null,
  text: '',
  flow: null,
  step: null,
  intent: null,
  cited: [],
  actions: [],
  handOver: null,
  fault: null,
}

export function showTaken(taken: TakenTurn): ShownTurn {
  switch (taken.kind) {
    case 'said':
      return showOutcome(taken.outcome)
    case 'silent':
      return nothing
    case 'gone':
      return { ...nothing, fault: `${taken.flow}.${taken.step}` }
    case 'look-not-recorded':
      return { ...nothing, fault: taken.action }
    case 'breaks':
      return { ...nothing, fault: taken.because.slice(0, longestText) }
  }
}

export function showOutcome({ decision, why, messages, handOff }: TurnOutcome): ShownTurn {
  const requested = why.dialogue?.requested ?? []
  return {
    decision,
    text: messages
      .map(({ text }) => text)
      .join('\n\n')
      .slice(0, longestText)
      .toWellFormed(),
    ...standingOf(why),
    intent: why.understood?.intents[0]?.name ?? null,
    cited: [...new Set(messages.flatMap(({ citations }) => citations.map(({ title }) => title)))],
    actions: requested.map(({ action }) => action),
    handOver: handOff,
    fault: null,
  }
}

/** Where it waits, or the last step that it went through. */
function standingOf({ dialogue }: TurnOutcome['why']): Pick<ShownTurn, 'flow' | 'step'> {
  const top = dialogue?.progress?.stack.at(-1) ?? dialogue?.taken.at(-1)
  return { flow: top?.flow ?? null, step: top?.step ?? null }
}
