/** Conditions on a kind of product, read from the words around it: each as it was said, and known where a product states it. */
import type { Language } from '@lingxi/contract/message'
import type { WishCondition } from '@lingxi/contract/wish'
import { alternativesOf } from './alternatives.ts'
import { holdCondition } from './hold-condition.ts'
import type { ReadProduct } from './read-product.ts'
import type { Reading } from './recommending.ts'
import { type WishCues, wishCues } from './wish-cues.ts'

/** `members`: products of the kind; `products`: all of the catalogue, whose columns say what is a value. */
export type Among = { language: Language; reading: Reading; members: ReadProduct[]; products: ReadProduct[] }
type Has = Extract<WishCondition, { kind: 'has' }>

const longestCondition = 40
const mostConditions = 6
const tooMuch = /^(?:太|too\b)/i
const edge = /^[\s'’"“”「」（）()~～—–-]+|[\s'’"“”「」（）()~～—–-]+$/gu

/** `text`: what was said, without the kind and the numbers. */
export function readConditions(text: string, among: Among): WishCondition[] {
  const cues = wishCues[among.language]
  const { without, rest } = readWithout(text, among)
  const spoken = rest
    .replace(cues.aside, '，')
    .replace(/(?<=[a-z\d])\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=[a-z\d])/giu, '')
  const has = spoken.split(cues.between).flatMap((piece) => conditionsIn(piece, cues, among))
  return distinct([...without, ...has]).slice(0, mostConditions)
}

/** What is not wanted, and the text without it. */
export function readWithout(text: string, among: Omit<Among, 'members'>): { without: WishCondition[]; rest: string } {
  const cue = wishCues[among.language].without
  const without = [...text.matchAll(cue)].flatMap(({ groups }): WishCondition[] => {
    const said = (groups?.['what'] ?? '').replace(edge, '')
    return said === '' || tooMuch.test(said) ? [] : [{ kind: 'without', said, stuff: !namesKind(said, among) }]
  })
  return { without, rest: text.replace(cue, '，') }
}

/** Whether it is in the name of a product, or a value of a column. */
function namesKind(said: string, { language, reading, products }: Omit<Among, 'members'>): boolean {
  const alternatives = alternativesOf(said, language, reading)
  return products.some(
    ({ title, values }) =>
      alternatives.some((other) => other.in(title, 'text')) ||
      values.some(({ items }) => items.some((item) => alternatives.some((other) => other.in(item, 'value')))),
  )
}

/** Whether any of them states it, one way or the other. */
export const isHeldBySome = (condition: WishCondition, { members, reading }: Among): boolean =>
  members.some((member) => holdCondition(member, condition, reading).verdict !== 'unsaid')

function conditionsIn(piece: string, cues: WishCues, among: Among): Has[] {
  let form = piece.replace(edge, '')
  let suits = false
  let held: Has | undefined
  // The barest form that a product states: what is around it says nothing.
  for (let shorter = form; ; form = shorter) {
    if (cues.suits.test(form)) suits = true
    form = form.replace(cues.suits, '').replace(edge, '')
    const has = toHas(form, suits, among)
    if (isSayable(form, among) && isHeldBySome({ ...has, suits: false }, among)) held = has
    shorter = withoutNoise(form, cues)
    if (shorter === form) break
  }
  if (held) return [held]
  if (form === '' || cues.persons.test(form) || form.length > longestCondition) return []
  return inWords(form, suits, among)
}

const isNoise = (said: string, language: Language) => wishCues[language].noise.exec(said)?.[0] === said

function withoutNoise(form: string, { noise }: WishCues): string {
  const found = noise.exec(form)
  if (!found || found[0] === '') return form
  return (form.slice(0, found.index) + form.slice(found.index + found[0].length)).replace(edge, '')
}

/** A single character stands for too much, unless it is a value of a column. */
function isSayable(form: string, among: Among): boolean {
  if (form === '' || isNoise(form, among.language) || /^[\d\s]+$|^[一二两三四五六七八九十几]$/.test(form)) return false
  return form.length > (among.language === 'zh' ? 1 : 2) || columnOf(form, among) !== null
}

function toHas(said: string, suits: boolean, among: Among): Has {
  return { kind: 'has', said, suits, attribute: suits ? null : columnOf(said, among) }
}

/** The column of the catalogue that it is a value of. */
function columnOf(said: string, { language, reading, members, products }: Among): string | null {
  const alternatives = alternativesOf(said, language, reading)
  const states = ({ items }: ReadProduct['values'][number]) =>
    items.some((item) => alternatives.some((other) => other.in(item, 'value')))
  for (const some of [members, products])
    for (const { values } of some) {
      const found = values.find(states)
      if (found) return found.name
    }
  return null
}

/** What no product states as a whole: the longest parts that one does, and the rest as it stands. */
function inWords(form: string, suits: boolean, among: Among): Has[] {
  const { tokens } = among.reading
  const chinese = among.language === 'zh'
  const words = chinese ? tokens.words(form) : form.split(/\s+/)
  if (words.length === 1) return isTelling(form, among) ? [toHas(form, suits, among)] : []
  const found: Has[] = []
  let open: string[] = []
  const close = () => {
    const rest = open.filter((word) => isTelling(word, among)).join(chinese ? '' : ' ')
    if (rest !== '') found.push(toHas(rest, suits, among))
    open = []
  }
  for (let at = 0; at < words.length; ) {
    const taken = longestHeld(words.slice(at), suits, among)
    if (taken === 0) open.push(words[at++]!)
    else {
      close()
      found.push(toHas(words.slice(at, at + taken).join(chinese ? '' : ' '), suits, among))
      at += taken
    }
  }
  close()
  return found
}

function longestHeld(words: string[], suits: boolean, among: Among): number {
  for (let length = words.length; length > 0; length--) {
    const said = words.slice(0, length).join(among.language === 'zh' ? '' : ' ')
    if (
      isSayable(said, among) &&
      isTelling(said, among) &&
      isHeldBySome({ ...toHas(said, suits, among), suits: false }, among)
    )
      return length
  }
  return 0
}

function isTelling(said: string, { reading: { tokens }, language }: Among): boolean {
  if ([...said].length < (language === 'zh' && !/^[\da-z]/i.test(said) ? 2 : language === 'en' ? 3 : 1)) return false
  const words = tokens.words(said)
  if (wishCues[language].persons.test(said) || isNoise(said, language)) return false
  return words.some((word) => !tokens.isFiller(word) && tokens.weightOf(word) >= 0.35)
}

const distinct = (conditions: WishCondition[]) =>
  conditions.filter(
    (one, place) => conditions.findIndex((other) => other.kind === one.kind && other.said === one.said) === place,
  )
