/** The shape of a language's cues, so that a third language is one more file of data. */

/** What is said around a question. Plain words as `fold` spells them; the longest that fits is taken. */
export type SmallTalk = {
  greeting: string[]
  thanks: string[]
  goodbye: string[]
  confirm: string[]
  deny: string[]
  /** Politeness and ways to open a question; says nothing of its own. */
  politeness: string[]
  /** Between and after the others: "thanks to you all"; inside a question it may carry meaning. */
  filler: string[]
}

export type SmallTalkKind = keyof SmallTalk

/** `weight` is how angry this alone makes us think the customer is, 0–1. */
export type AngerCue = { signal: string; weight: number; pattern: RegExp }

export type Cues = {
  smallTalk: SmallTalk
  /** Glued to the end of a sentence without a meaning of its own. */
  endings: string[]
  /** Begin like small talk and are not: "hello kitty". */
  notSmallTalk: RegExp
  /** Whole messages that talk with the bot about the bot, or about nothing. */
  chitchat: RegExp[]
  /** Those that ask who or what answers: wants to be told plainly. */
  asksWho: RegExp[]
  /** Said in a sentence of its own that asks nothing: "I want to thank you for your time". The first that fits tells. */
  inPassing: { kind: 'thanks' | 'goodbye' | 'confirm' | 'deny'; pattern: RegExp }[]
  /** Taken out before anger is looked for: other meanings of the words. */
  harmless: RegExp
  anger: AngerCue[]
  /** Questions that want no answer: "how dare you". */
  rhetorical: RegExp
  /** Wants something that could be answered or done. */
  asking: RegExp
}
