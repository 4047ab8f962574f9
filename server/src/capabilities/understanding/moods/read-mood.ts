/** How a message feels: learnt sentiment and emotion, where they are, beside the signs that can be pointed at. */
import type { Mood } from '@lingxi/contract/understanding'
import { emotions, sentiments } from '@lingxi/contract/understanding'
import type { Classified, Classify } from '../learnt.ts'
import { countEmoji } from '../surface/emoji.ts'
import { sourceSpan, type Traced } from '../surface/traced.ts'
import type { Anger } from './anger.ts'
import { onePerPlace, readSigns, signOf } from './signs.ts'
import { withoutSteering } from './steering.ts'

type Heard = { text: string; normalised: Traced; squeezed: Traced; anger: Anger; isCalm: boolean }
type Feeling<Label extends string> = { label: Label; confidence: number; because: Mood['sentiment']['because'] }

/** From here on anger says more of a message than what was learnt of others. */
const plainlyAngry = 0.5
const mostReasons = 5

export function readMood(
  heard: Heard,
  learnt: { sentiment?: Classify | undefined; emotion?: Classify | undefined },
): Mood {
  const { text, squeezed, anger, isCalm } = heard
  const signs = readSigns(text, squeezed)
  const strength = isCalm ? 0 : anger.anger
  const angry = { strength, because: strength > 0 ? signOf(text, squeezed, anger.heard).because : [] }
  const normalised = withoutSteering(heard.normalised)
  const feel = <Label extends string>(labels: readonly Label[], classify: Classify | undefined, otherwise: Label) =>
    feelingOf({ text, normalised }, normalised.text.trim() === '' ? undefined : classify?.(normalised.text), {
      labels,
      otherwise,
    })
  const sentiment = feel(sentiments, learnt.sentiment, 'neutral')
  const emotion = feel(emotions, learnt.emotion, 'neutral')
  const isAngry = strength >= plainlyAngry
  const felt = isAngry ? { label: 'negative' as const, confidence: strength } : sentiment
  return {
    score: scoreOf(felt, strength),
    sentiment: isAngry ? { label: 'negative', confidence: strength, because: angry.because } : sentiment,
    emotion: isAngry ? { label: 'angry', confidence: strength, because: angry.because } : emotion,
    anger: angry,
    ...signs,
    emoji: countEmoji(text),
  }
}

const signOfLabel = { positive: 1, neutral: 0, negative: -1 }
/** Anger pulls down whatever else is said. */
const scoreOf = ({ label, confidence }: { label: keyof typeof signOfLabel; confidence: number }, anger: number) =>
  Math.round(Math.max(-1, signOfLabel[label] * confidence - anger / 2) * 100) / 100

function feelingOf<Label extends string>(
  { text, normalised }: Pick<Heard, 'text' | 'normalised'>,
  read: Classified | undefined,
  { labels, otherwise }: { labels: readonly Label[]; otherwise: Label },
): Feeling<Label> {
  const best = read?.labels.find(({ label }) => (labels as readonly string[]).includes(label))
  if (!read || !best) return { label: otherwise, confidence: 0, because: [] }
  const confidence = Math.round(best.probability * 1000) / 1000
  // Nothing weighs for what is not felt.
  if (best.label === otherwise) return { label: otherwise, confidence, because: [] }
  const because = onePerPlace(
    read.because(best.label).map(({ start, end, weight }) => {
      const span = sourceSpan(normalised, start, end)
      return { text: text.slice(span.start, span.end), ...span, weight: Math.round(weight * 1000) / 1000 }
    }),
  ).slice(0, mostReasons)
  return { label: best.label as Label, confidence, because }
}
