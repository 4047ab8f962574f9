/**
 * What a message does, read without anything taught: the language, one act, how angry, and the question with its wrapping
 * off. The wish for a person is heard before anything else. It is pure, quick (linear in the text), and never throws.
 */
import type { Language } from '@lingxi/contract/message'
import type { Act } from '@lingxi/contract/understanding'
import { createAngerReader, type Anger } from '../moods/anger.ts'
import { recogniseLanguage } from '../surface/language.ts'
import { clean, fold, squeeze } from '../surface/normalise.ts'
import type { Cues } from './cues.ts'
import { englishCues } from './cues-en.ts'
import { chineseCues } from './cues-zh.ts'
import { withoutRefusal } from './refusal-of-person.ts'
import { remember } from './remember.ts'
import { isRepeated } from './repeated-question.ts'
import { createLexicon, readOpening } from './small-talk.ts'
import { unwrapQuestion } from './unwrap-question.ts'
import { findWishForPerson } from './wish-for-person.ts'

/**
 * `confidence` and `anger` are 0–1. `question` is what to search for, in the customer's own words; "" when there is nothing:
 * after small talk, after a yes or no, and for a complaint, which wants to be heard and not to be looked up.
 */
export type ActReading = {
  language: Language
  act: Act
  confidence: number
  anger: number
  signals: string[]
  question: string
  /** The anger that was heard, whatever the act makes of it. */
  heard: Anger
}

/** `language` is the conversation's so far; `askedBefore` holds the customer's earlier texts, the latest last. */
export type ActContext = { language: Language; askedBefore?: string[] | undefined }

type Message = { folded: string; squeezed: string; unwrapped: string; mood: Anger }
type Reading = { act: Act; confidence: number }

/** From this grievance on, 0–1, a message that asks nothing is a complaint. */
const complains = 0.3
/** An exclamation mark after these is joy. */
const calm = new Set<Act>(['greeting', 'thanks', 'goodbye', 'confirm'])
/** Acts that leave something to look up. */
const searchable = new Set<Act>(['question', 'chitchat', 'hand-off'])
/** A longer message is about something, whatever it also says; in UTF-16 code units. */
const longestAside = 90
/** Where small talk mixes, the first of these says what the message is: "好的谢谢" thanks, "no thanks" denies. */
const tellingFirst = ['goodbye', 'deny', 'thanks', 'confirm', 'greeting', 'politeness'] as const
const cuesOfAll = [chineseCues, englishCues]
const lexicon = createLexicon(cuesOfAll)
const readAnger = createAngerReader(cuesOfAll)

/** Builds the reader of acts, which answers alike for equal input. */
export function createActReader() {
  const unwrapOnce = remember((text) => fold(unwrapQuestion(withoutRefusal(text) ?? text, lexicon)))

  return function readAct(text: string, context: ActContext): ActReading {
    const cleaned = clean(text)
    const folded = fold(cleaned)
    const squeezed = squeeze(folded)
    const mood = readAnger(cleaned, squeezed)
    const rest = withoutRefusal(text)
    const unwrapped = unwrapQuestion(rest ?? text, lexicon)
    const message = { folded, squeezed, unwrapped, mood }
    const { act, confidence } = rest === undefined ? readActOf(message) : readBesideRefusal(message, rest)
    const signals = gatherSignals({ act, mood, unwrapped })
    if (rest !== undefined && act !== 'hand-off') signals.push('refuses-person')
    if (isRepeated(fold(unwrapped), context.askedBefore ?? [], unwrapOnce)) signals.push('repeated-question')
    return {
      language: recogniseLanguage(cleaned, context.language),
      act,
      confidence,
      anger: calm.has(act) ? 0 : mood.anger,
      signals,
      question: searchable.has(act) ? unwrapped : '',
      heard: mood,
    }
  }
}

/** Who refuses a person and says no more than thanks besides has denied; else the rest is the message. */
function readBesideRefusal(message: Message, rest: string): Reading {
  const folded = fold(clean(rest))
  const heard = readActOf({ ...message, folded, squeezed: squeeze(folded) })
  const saysNoMore = message.unwrapped === '' && heard.act !== 'complaint'
  return saysNoMore ? { act: 'deny', confidence: 0.9 } : heard
}

function readActOf(message: Message): Reading {
  const wish = findWishForPerson(message.squeezed)
  if (wish > 0) return { act: 'hand-off', confidence: wish }
  const smallTalk = readSmallTalk(message.folded)
  if (smallTalk) return { act: smallTalk, confidence: 0.95 }
  if (isChitchat(message.unwrapped) || asksWho(message.unwrapped)) return { act: 'chitchat', confidence: 0.9 }
  const asks = asksSomething(message.squeezed)
  if (message.mood.grievance >= complains && !asks) return { act: 'complaint', confidence: 0.8 }
  if (message.unwrapped === '') return { act: 'question', confidence: 0.2 }
  const passing = asks ? undefined : readInPassing(message.unwrapped)
  if (passing) return { act: passing, confidence: 0.7 }
  return { act: 'question', confidence: asks ? 0.9 : 0.6 }
}

function readSmallTalk(folded: string): Act | undefined {
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

function readInPassing(unwrapped: string): Act | undefined {
  if (unwrapped.length > longestAside) return
  const said = spell(unwrapped)
  return cuesOfAll.flatMap(({ inPassing }) => inPassing).find(({ pattern }) => pattern.test(said))?.kind
}

function asksSomething(squeezed: string): boolean {
  const meant = cuesOfAll.reduce((rest, { rhetorical }) => rest.replace(rhetorical, '▢'), squeezed)
  return cuesOfAll.some(({ asking }) => asking.test(meant))
}

function gatherSignals(heard: { act: Act; mood: Anger; unwrapped: string }): string[] {
  const signals = [...heard.mood.signals]
  if (heard.act === 'hand-off') signals.unshift('wish-for-person')
  if (heard.act === 'chitchat' && asksWho(heard.unwrapped)) signals.push('asks-who')
  if (heard.mood.grievance >= complains) signals.push('complaint')
  return signals
}

/** As the patterns of whole messages spell them: without the marks at the end. */
function spell(unwrapped: string): string {
  return squeeze(fold(unwrapped.replaceAll(/[?!.。？！~,，]+/g, ' ').trim())).replaceAll('  ', ' ')
}
