/**
 * What a customer means, read from one message without a model: the language, one intent, how angry, and the question with
 * its wrapping off. The wish for a person is heard before anything else. It is pure, quick (linear in the text), and
 * never throws; it does not know what the company can answer.
 */
import type { Language } from '@lingxi/contract/message'
import { createMoodReader, type Mood } from './anger.ts'
import type { Cues } from './cues.ts'
import { englishCues } from './cues-en.ts'
import { chineseCues } from './cues-zh.ts'
import { recogniseLanguage } from './language.ts'
import { clean, fold, squeeze } from './normalise.ts'
import { withoutRefusal } from './refusal-of-person.ts'
import { remember } from './remember.ts'
import { isRepeated } from './repeated-question.ts'
import { createLexicon, readOpening } from './small-talk.ts'
import { unwrapQuestion } from './unwrap-question.ts'
import { findWishForPerson } from './wish-for-person.ts'

export { createConcepts, type ReadConcepts, type Spoken } from './concepts/concepts.ts'

export const intents = [
  'hand-off',
  'greeting',
  'thanks',
  'goodbye',
  'complaint',
  'confirm',
  'deny',
  'chitchat',
  'question',
] as const
export type Intent = (typeof intents)[number]

/**
 * `confidence` and `anger` are 0–1. `question` is what to search for, in the customer's own words; "" when there is nothing:
 * after small talk, after a yes or no, and for a complaint, which wants to be heard and not to be looked up.
 */
export type Meaning = {
  language: Language
  intent: Intent
  confidence: number
  anger: number
  signals: string[]
  question: string
}

/** `language` is the conversation's so far; `askedBefore` holds the customer's earlier texts, the latest last. */
export type UnderstandingContext = { language: Language; askedBefore?: string[] | undefined }

type Message = { folded: string; squeezed: string; unwrapped: string; mood: Mood }
type Reading = { intent: Intent; confidence: number }

/** From this grievance on, 0–1, a message that asks nothing is a complaint. */
const complains = 0.3
/** An exclamation mark after these is joy. */
const calm = new Set<Intent>(['greeting', 'thanks', 'goodbye', 'confirm'])
/** Intents that leave something to look up. */
const searchable = new Set<Intent>(['question', 'chitchat', 'hand-off'])
/** A longer message is about something, whatever it also says; in UTF-16 code units. */
const longestAside = 90
/** Where small talk mixes, the first of these says what the message is: "好的谢谢" thanks, "no thanks" denies. */
const tellingFirst = ['goodbye', 'deny', 'thanks', 'confirm', 'greeting', 'politeness'] as const
const cuesOfAll = [chineseCues, englishCues]
const lexicon = createLexicon(cuesOfAll)
const readMood = createMoodReader(cuesOfAll)

/** Builds the reader of messages. `understand` never throws, and answers alike for equal input. */
export function createUnderstanding() {
  const unwrapOnce = remember((text) => fold(unwrapQuestion(withoutRefusal(text) ?? text, lexicon)))

  function understand(text: string, context: UnderstandingContext): Meaning {
    const cleaned = clean(text)
    const folded = fold(cleaned)
    const squeezed = squeeze(folded)
    const mood = readMood(cleaned, squeezed)
    const rest = withoutRefusal(text)
    const unwrapped = unwrapQuestion(rest ?? text, lexicon)
    const message = { folded, squeezed, unwrapped, mood }
    const { intent, confidence } = rest === undefined ? readIntent(message) : readBesideRefusal(message, rest)
    const signals = gatherSignals({ intent, mood, unwrapped })
    if (rest !== undefined && intent !== 'hand-off') signals.push('refuses-person')
    if (isRepeated(fold(unwrapped), context.askedBefore ?? [], unwrapOnce)) signals.push('repeated-question')
    return {
      language: recogniseLanguage(cleaned, context.language),
      intent,
      confidence,
      anger: calm.has(intent) ? 0 : mood.anger,
      signals,
      question: searchable.has(intent) ? unwrapped : '',
    }
  }
  return { understand }
}

/** Who refuses a person and says no more than thanks besides has denied; else the rest is the message. */
function readBesideRefusal(message: Message, rest: string): Reading {
  const wish = findWishForPerson(message.squeezed)
  if (wish > 0) return { intent: 'hand-off', confidence: wish }
  const folded = fold(clean(rest))
  const heard = readIntent({ ...message, folded, squeezed: squeeze(folded) })
  const saysNoMore = message.unwrapped === '' && heard.intent !== 'complaint'
  return saysNoMore ? { intent: 'deny', confidence: 0.9 } : heard
}

function readIntent(message: Message): Reading {
  const wish = findWishForPerson(message.squeezed)
  if (wish > 0) return { intent: 'hand-off', confidence: wish }
  const smallTalk = readSmallTalk(message.folded)
  if (smallTalk) return { intent: smallTalk, confidence: 0.95 }
  if (isChitchat(message.unwrapped) || asksWho(message.unwrapped)) return { intent: 'chitchat', confidence: 0.9 }
  const asks = asksSomething(message.squeezed)
  if (message.mood.grievance >= complains && !asks) return { intent: 'complaint', confidence: 0.8 }
  if (message.unwrapped === '') return { intent: 'question', confidence: 0.2 }
  const passing = asks ? undefined : readInPassing(message.unwrapped)
  if (passing) return { intent: passing, confidence: 0.7 }
  return { intent: 'question', confidence: asks ? 0.9 : 0.6 }
}

function readSmallTalk(folded: string): Intent | undefined {
  const { kinds, end } = readOpening(folded, lexicon)
  if (end < folded.length) return
  const kind = tellingFirst.find((each) => kinds.has(each))
  // "ok?" and "right?" ask; they do not answer.
  if ((kind === 'confirm' || kind === 'deny') && folded.includes('?')) return
  return kind === 'politeness' ? 'greeting' : kind
}

const isChitchat = (unwrapped: string) => fitsWhole(unwrapped, ({ chitchat }) => chitchat)
const asksWho = (unwrapped: string) => fitsWhole(unwrapped, (cues) => cues.asksWho)

function fitsWhole(unwrapped: string, patternsOf: (cues: Cues) => RegExp[]): boolean {
  if (unwrapped.length > longestAside) return false
  const asked = spell(unwrapped)
  return cuesOfAll.some((cues) => patternsOf(cues).some((cue) => cue.test(asked)))
}

function readInPassing(unwrapped: string): Intent | undefined {
  if (unwrapped.length > longestAside) return
  const said = spell(unwrapped)
  return cuesOfAll.flatMap(({ inPassing }) => inPassing).find(({ pattern }) => pattern.test(said))?.kind
}

function asksSomething(squeezed: string): boolean {
  const meant = cuesOfAll.reduce((rest, { rhetorical }) => rest.replace(rhetorical, '▢'), squeezed)
  return cuesOfAll.some(({ asking }) => asking.test(meant))
}

function gatherSignals(heard: { intent: Intent; mood: Mood; unwrapped: string }): string[] {
  const signals = [...heard.mood.signals]
  if (heard.intent === 'hand-off') signals.unshift('wish-for-person')
  if (heard.intent === 'chitchat' && asksWho(heard.unwrapped)) signals.push('asks-who')
  if (heard.mood.grievance >= complains) signals.push('complaint')
  return signals
}

/** As the patterns of whole messages spell them: without the marks at the end. */
function spell(unwrapped: string): string {
  return squeeze(fold(unwrapped.replaceAll(/[?!.。？！~,，]+/g, ' ').trim())).replaceAll('  ', ' ')
}
