/** What the dialogue takes from the meaning of what was said: for the flows, and for how it feels. */
import type { Meaning } from '@lingxi/contract/understanding'
import type { HeardMeaning } from './decide.ts'
import type { Heard } from './situation.ts'

/** `text`: every message of the turn, as they were written. */
export function hearMeaning(meaning: Meaning, text: string): Heard {
  const { language, act, signals, question, intents, candidates, outOfScope, entities } = meaning
  return { text, language, act, signals, question, intents, candidates, outOfScope: outOfScope.decided, entities }
}

/** What weighs in a decision of how a message feels, each 0–1. */
export function feelMeaning(meaning: Meaning): HeardMeaning {
  const { anger, emotion, urgency, churn, legalThreat } = meaning.mood
  const pressing = Math.max(urgency.strength, churn.strength, legalThreat.strength)
  const anxiety = emotion.label === 'anxious' ? emotion.confidence : 0
  return { ...meaning, anger: anger.strength, anxiety, pressing }
}
