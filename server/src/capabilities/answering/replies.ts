/**
 * The bot's fixed sentences in both languages: warm, short, and not always the same ones. `variant` (the turn's number,
 * say) picks among wordings, so that a turn taken again says the same. Pure.
 */
import type { Language, QuickReply } from '@lingxi/contract/message'
import { sentences } from './reply-sentences.ts'

export type Reply = { text: string; quickReplies: QuickReply[] }
export type SmallTalk =
  | 'thanks'
  | 'goodbye'
  | 'chitchat'
  | 'confirm'
  | 'deny'
  | 'identity'
  | 'refused-person'
  | 'nothing-more'
export type Words = typeof words

const pick = (wordings: readonly string[], variant: number) => wordings[Math.abs(variant) % wordings.length]!
const button = (text: string): QuickReply => ({ label: text, text })
const person = (language: Language): QuickReply => button(sentences[language].person)
const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

export const words = {
  /** To a greeting; `suggestions` become buttons. */
  greet(
    language: Language,
    { botName, suggestions = [] }: { botName: string; suggestions?: string[] },
    variant = 0,
  ): Reply {
    const text = fill(pick(sentences[language].greet, variant), { botName })
    return { text, quickReplies: suggestions.slice(0, 3).map(button) }
  },

  /** To thanks, a goodbye, small talk, a yes or a no. After a no, and to who asks whether it is a bot, a person is offered. */
  acknowledge(language: Language, what: SmallTalk, variant = 0): Reply {
    const text = pick(sentences[language].acknowledge[what], variant)
    return { text, quickReplies: what === 'deny' || what === 'identity' ? [person(language)] : [] }
  },

  /** Nothing supports an answer: said honestly, with the nearest questions and a person as buttons. */
  sayUnknown(language: Language, nearest: string[], variant = 0): Reply {
    const say = sentences[language]
    const text = pick(nearest.length > 0 ? say.unknownNear : say.unknown, variant)
    return { text, quickReplies: [...nearest.slice(0, 3).map(button), person(language)] }
  },

  /** To a complaint or anger, before anything else is said. */
  soothe(language: Language, variant = 0): Reply {
    return { text: pick(sentences[language].soothe, variant), quickReplies: [person(language)] }
  },

  /** Before an answer, to who is angry or anxious: that it was heard, and nothing of what they said. */
  sympathise(language: Language, feels: 'angry' | 'anxious', variant = 0): string {
    return pick(sentences[language].sympathise[feels], variant)
  },

  /** A flow may be what is wanted; its name begins it. */
  offerFlow(language: Language, flow: string): Reply {
    return { text: fill(sentences[language].offerFlow, { flow }), quickReplies: [button(flow)] }
  },

  /** A person was asked for. `position` is the place in the waiting line from 1, where it is known. */
  handOver(language: Language, position?: number, variant = 0): Reply {
    const say = sentences[language]
    const first = pick(say.handOver, variant)
    return { text: joinWith(language, first, lineOf(language, position)), quickReplies: [] }
  },

  /** Behind words of their own that a person takes over: the place in the waiting line, from 1, with what parts it from them. */
  sayPlace(language: Language, position: number): string {
    return joinWith(language, '', lineOf(language, position))
  },

  /** The customer writes while waiting for a person. */
  sayWaiting(language: Language, position?: number, variant = 0): Reply {
    const first = pick(sentences[language].waiting, variant)
    return { text: joinWith(language, first, lineOf(language, position)), quickReplies: [] }
  },

  /** The customer waits for nobody any more; a person can be had again. */
  sayWithdrawn(language: Language, variant = 0): Reply {
    return { text: pick(sentences[language].withdrawn, variant), quickReplies: [person(language)] }
  },

  /** A person gave the conversation back to the bot. */
  sayHandedBack(language: Language, staffName: string): Reply {
    return { text: fill(sentences[language].handedBack, { staffName }), quickReplies: [] }
  },

  /** After resolving: whether it helped. */
  askSolved(language: Language): Reply {
    const { solved, yes, no } = sentences[language]
    return { text: solved, quickReplies: [button(yes), button(no)] }
  },

  /** An answer with a word before it and one after; its own words stay as they are. */
  sayWarmly(language: Language, answer: string, variant = 0): string {
    const { before, after } = sentences[language].warm
    return `${pick(before, variant)}\n\n${answer}\n\n${pick(after, variant)}`
  },

  /** Put before an answer that only the other language has. */
  sayOtherLanguage(language: Language): string {
    return sentences[language].otherLanguage
  },
}

function lineOf(language: Language, position: number | undefined): string {
  const say = sentences[language]
  if (position === undefined || position < 1) return ''
  return position === 1 ? say.next : fill(say.position, { position, ahead: position - 1 })
}

const joinWith = (language: Language, first: string, second: string) =>
  second === '' ? first : `${first}${language === 'zh' ? '' : ' '}${second}`
