/** How the bot speaks in this turn: tone and length follow the customer's feeling, as far as the company lets them. */
import { type AnswerStyle, styleOf } from '@lingxi/contract/answer-style'
import type { Settings } from '@lingxi/contract/staff'
import type { Meaning } from '@lingxi/contract/understanding'
import type { Words } from '#answering'
import type { Decision } from '#dialogue'

export type Manner = {
  length: AnswerStyle['length']
  isWarm: boolean
  /** Said before the matter, with what follows set off; "" where nobody has to be told that they were heard. */
  sympathy: string
  /** What was noticed, and what of it was let into the words. */
  signals: string[]
}
type About = {
  meaning: Meaning
  state: { channel: string; turn: number }
  settings: Pick<Settings, 'answerStyles' | 'feeling'>
  words: Pick<Words, 'sympathise'>
}

/** Strengths, 0–1, from which on somebody has no patience for more than the answer. */
const impatient = { anger: 0.35, urgency: 0.6 }
/** Who feels so is not welcomed with cheerful words. */
const unhappy = new Set<string>(['angry', 'anxious', 'sad'])
const surely = 0.6

export function mannerOf(decision: Decision, { meaning, state, settings, words }: About): Manner {
  const { language } = meaning
  const style = styleOf(settings.answerStyles, state.channel)
  const felt = feltIn(meaning)
  const { isImpatient, isUpset } = settings.feeling.adapt ? felt : calm
  const isAcknowledged = 'soothe' in decision && decision.soothe
  const feels = felt.isAnxious ? 'anxious' : 'angry'
  const noticed = isImpatient && style.length !== 'short' ? ['answered-shortly'] : []
  return {
    length: isImpatient ? 'short' : style.length,
    isWarm: style.tone === 'warm' && !isUpset,
    sympathy: isAcknowledged ? `${words.sympathise(language, feels, state.turn)}\n\n` : '',
    signals: [...meaning.signals, ...(isAcknowledged ? ['soothed'] : []), ...noticed],
  }
}

const calm = { isImpatient: false, isUpset: false }

function feltIn({ mood }: Meaning) {
  const isImpatient = mood.anger.strength >= impatient.anger || mood.urgency.strength >= impatient.urgency
  const isUpset = isImpatient || (unhappy.has(mood.emotion.label) && mood.emotion.confidence >= surely)
  return { isImpatient, isUpset, isAnxious: mood.emotion.label === 'anxious' }
}
