/**
 * A message in one spelling, traceable to what was typed: what nobody sees is gone, letters are half width, lower case and
 * simplified, nothing is said thrice, an emoji is its name. Linear in the text.
 */
import type { scripts } from '@lingxi/contract/understanding'
import { isEnglish, simplify } from '#platform/search'
import { nameOfEmoji } from './emoji.ts'
import { curlyQuotes, foldCharacter, invisible } from './normalise.ts'
import { edited, editsOf, startTrace, type Traced } from './traced.ts'

export type Script = (typeof scripts)[number]

const space = /\s/u
const apart = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu
/** Digits are left alone: 1000 is not 10. */
const repeated = /([^\d\s])\1{2,}/gu
const wholeWord = /[a-z]*$/
const unseen = new RegExp(invisible.source, 'u')
const quote = new RegExp(curlyQuotes.source)

/** One spelling for learners and for people to read. */
export function normalise(text: string): Traced {
  const folded = foldTraced(text)
  const close = edited(
    folded,
    editsOf(folded.text, apart, () => ''),
  )
  return edited(
    close,
    editsOf(close.text, repeated, (match) => shorten(match, close.text)),
  )
}

/** The spelling that cues are written in: as `squeeze(fold(clean(text)))`, traceable. */
export function squeezeTraced(text: string): Traced {
  const folded = foldTraced(text, { emoji: false })
  const close = edited(
    folded,
    editsOf(folded.text, /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, () => ''),
  )
  const joined = edited(
    close,
    editsOf(close.text, /'/g, () => ''),
  )
  return edited(
    joined,
    editsOf(joined.text, repeated, (match) => match[1]!),
  )
}

function foldTraced(text: string, { emoji = true } = {}): Traced {
  const made = startTrace()
  let pending: { start: number; end: number } | undefined
  let any = false
  for (const { character, start, end } of charactersOf(text, emoji)) {
    if (space.test(character)) pending ??= { start, end }
    else if (!unseen.test(character)) {
      if (pending && any) made.push(' ', pending.start, pending.end)
      pending = undefined
      any = true
      made.push(spell(character, emoji), start, end)
    }
  }
  return made.done()
}

/** Characters, or whole emoji with what belongs to them. */
function* charactersOf(text: string, emoji: boolean) {
  let at = 0
  while (at < text.length) {
    const whole = emoji && text.charCodeAt(at) > 0x2000 ? emojiAt(text, at) : undefined
    const character = whole ?? String.fromCodePoint(text.codePointAt(at)!)
    yield { character, start: at, end: at + character.length }
    at += character.length
  }
}

const wholeEmoji = /\p{RGI_Emoji}|\p{Extended_Pictographic}/vy
function emojiAt(text: string, at: number): string | undefined {
  wholeEmoji.lastIndex = at
  return wholeEmoji.exec(text)?.[0]
}

function spell(character: string, emoji: boolean): string {
  const name = emoji && character.charCodeAt(0) > 0x2000 ? nameOfEmoji(character) : undefined
  if (name) return ` :${name}: `
  return foldCharacter(character).replace(quote, "'")
}

/** "goood" is good, "sooo" is so, 好好好好 is 好. */
function shorten({ 0: run, index: at }: RegExpExecArray, text: string): string {
  const letter = String.fromCodePoint(run.codePointAt(0)!)
  if (!/[a-z]/.test(letter)) return letter
  const before = wholeWord.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? ''
  const after = /^[a-z]*/.exec(text.slice(at + run.length, at + run.length + 30))?.[0] ?? ''
  return isEnglish(before + letter + letter + after) ? letter + letter : letter
}

const han = /\p{Script=Han}/gu

/** Which script the letters of a text are in; `mixed` where a quarter or more of it is in the other one. */
export function recogniseScript(text: string): Script {
  const characters = text.match(han) ?? []
  const latin = text.match(/[a-z]+/gi)?.length ?? 0
  if (characters.length === 0) return latin > 0 ? 'latin' : 'other'
  if (latin * 2 >= characters.length) return 'mixed'
  const joined = characters.join('')
  const plain = simplify(joined)
  return [...plain].some((character, at) => character !== characters[at]) ? 'traditional' : 'simplified'
}
