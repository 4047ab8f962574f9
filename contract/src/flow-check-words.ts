/** What is wrong with the words of flows: expressions, and texts with values in them. */
import type { DecisionTable, Flow, FlowSet, FlowSlot } from './flow.ts'
import { type Find, has } from './flow-checking.ts'
import { expressionsOf, holesOf, namesIn, type Place, type PlacedText, textsOf } from './flow-texts.ts'

type Part = Flow | FlowSlot | DecisionTable

/** Expressions that cannot be read or name what is not there; texts that are not ended, or missing in a language. */
export function createCheckWords(set: FlowSet, expressionFault: (expression: string) => string | null) {
  const parts: Part[] = [...Object.values(set.flows), ...Object.values(set.slots), ...Object.values(set.tables)]
  // A company that speaks one language misses nothing of the other.
  const spoken = new Set(parts.flatMap((part) => textsOf(part).flatMap(({ text }) => Object.keys(text))))
  const faults = new Map<string, string | null>()
  function faultOf(expression: string): string | null {
    const known = faults.get(expression)
    if (known !== undefined) return known
    const fault = expressionFault(expression)
    faults.set(expression, fault)
    return fault
  }

  return function checkWords(part: Part, find: Find): void {
    const into = (step: object) => ('into' in step ? [step.into as string] : [])
    const results = 'steps' in part ? new Set(part.steps.flatMap(into)) : undefined

    function checkExpression(expression: string, place: Place): void {
      const reason = faultOf(expression)
      if (reason !== null) return find('bad-expression', { ...place, words: { expression, reason } })
      for (const slot of new Set(namesIn(expression, 'slots')))
        if (!has(set.slots, slot)) find('unknown-slot', { ...place, words: { slot } })
      for (const result of new Set(namesIn(expression, 'results')))
        if (results?.has(result) === false) find('unknown-result', { ...place, words: { result } })
    }
    function checkText({ text, step, at }: PlacedText): void {
      for (const language of spoken)
        if (!Object.hasOwn(text, language)) find('missing-translation', { step, at, words: { language } })
      for (const [language, written] of Object.entries(text) as [string, string][])
        for (const hole of holesOf(written)) {
          const place = { step, at: `${at}.${language}` }
          if (hole === null) find('bad-template', { ...place, words: { text: written.slice(0, 200) } })
          else checkExpression(hole, place)
        }
    }
    for (const { expression, ...place } of expressionsOf(part)) checkExpression(expression, place)
    for (const text of textsOf(part)) checkText(text)
  }
}
