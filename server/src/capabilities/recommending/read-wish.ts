/** A wish read from what was said: the kind of product, and every condition on it. */
import type { Language } from '@lingxi/contract/message'
import type { Wish, WishCondition } from '@lingxi/contract/wish'
import { findKind, type Kind } from './find-kind.ts'
import { isHeldBySome, readConditions } from './read-conditions.ts'
import type { ReadProduct } from './read-product.ts'
import { readRanges } from './read-ranges.ts'
import type { Reading } from './recommending.ts'
import { wishCues } from './wish-cues.ts'

export type WishContext = {
  said: string
  language: Language
  reading: Reading
  products: ReadProduct[]
  /** What the catalogue's prices are in. */
  currency: string
}
export type WishedFor = Pick<Wish, 'sought' | 'conditions' | 'order'> & {
  members: ReadProduct[]
  /** Products that were named before and are not to be named again. */
  skip?: string[]
}

export const kindIn = (text: string, { language, reading, products }: WishContext): Kind | undefined =>
  findKind(text, { ...reading, language, products })

/** "Body lotion or face cream": both are looked for. */
function kindsIn(text: string, context: WishContext): Kind | undefined {
  const last = kindIn(text, context)
  const first = last && kindIn(text.slice(0, last.start).replace(alternative, ''), context)
  if (!first || first.end !== text.slice(0, last.start).replace(alternative, '').length) return last
  const said = `${first.said}${text.slice(first.end, last.start)}${last.said}`
  return { said, start: first.start, end: last.end, members: [...new Set([...first.members, ...last.members])] }
}
const alternative = /\s*(?:或者?是?|和|、|\/|\bor\b|\band\b)\s*$/iu

/** Undefined where something else is asked, or no kind of product is named. */
export function readWish(context: WishContext): WishedFor | undefined {
  const { said, language, reading, currency, products } = context
  const cues = wishCues[language]
  if (cues.asksElse.test(said) || namesProduct(said, products, reading)) return undefined
  const { ranges, rest } = readRanges(said, language, currency)
  // What is not wanted may be a kind too: 茶，不要茉莉. Its place is kept.
  const wanted = rest.replace(cues.without, (unwanted) => '，'.repeat(unwanted.length))
  const kind = kindsIn(wanted, context) ?? kindsIn(rest, context)
  if (!kind) return undefined
  if (language === 'en' && isKnownThing(rest.slice(0, kind.start))) return undefined
  const order = orderOf(said, language)
  const around = `${rest.slice(0, kind.start)}，${rest.slice(kind.end)}`
  const read = readConditions(around, { language, reading, members: kind.members, products })
  const conditions = [...ranges, ...read]
  const isWished =
    order !== 'fit' || cues.wishes.test(rest.slice(0, kind.start)) || cues.wishesAfter.test(rest.slice(kind.end))
  if (!isWished && !standsAlone(said, { conditions, kind }, context)) return undefined
  if (conditions.some((condition) => isOtherMatter(condition, context))) return undefined
  return { sought: kind.said, conditions, order, members: kind.members }
}

export function orderOf(said: string, language: Language): Wish['order'] {
  const { cheapest, dearest } = wishCues[language]
  if (cheapest.test(said)) return 'cheapest'
  return dearest.test(said) ? 'dearest' : 'fit'
}

/** Who names one product asks about that one. */
function namesProduct(said: string, products: ReadProduct[], { tokens }: Reading): boolean {
  const folded = tokens.fold(said)
  return products.some(
    ({ title, product }) =>
      (title.folded.length >= 4 && folded.includes(title.folded)) ||
      (product.code !== null && product.code.length >= 4 && folded.includes(tokens.fold(product.code))),
  )
}

/** "The keyboard" and "my jumper" are at hand and not looked for. */
const isKnownThing = (before: string) =>
  /\b(?<!of )(?:the|my|your|this|that|these|those)\b(?:\s[\w'’-]+){0,3}\s*$/i.test(before)

/** A kind with its conditions and nothing else: "waterproof shoes under $50". A mere part of a name is none. */
function standsAlone(
  said: string,
  { conditions, kind }: { conditions: WishCondition[]; kind: Kind },
  { language, reading, products }: WishContext,
): boolean {
  if (conditions.length === 0) return false
  if (conditions.some((condition) => condition.kind === 'range')) return true
  const isSaid = (condition: WishCondition) =>
    condition.kind !== 'has' || isHeldBySome(condition, { language, reading, members: kind.members, products })
  if (!conditions.every(isSaid)) return false
  if (conditions.some(({ kind: of }) => of !== 'has')) return true
  const bare = reading.tokens.fold(said).replace(/[\s，,。.？?！!的]/g, '')
  if (kind.members.some(({ title }) => title.folded.replace(/\s/g, '').includes(bare))) return false
  return kind.end >= said.replace(/[\s。.？?！!]+$/, '').length - 1
}

/** Said by no product at all, and a matter that people ask of all the same: kinds of delivery, of payment. */
function isOtherMatter(condition: WishCondition, { reading, products, language }: WishContext): boolean {
  if (
    condition.kind !== 'has' ||
    isHeldBySome({ ...condition, suits: false }, { language, reading, members: products, products })
  )
    return false
  const spoken = reading.readConcepts(condition.said)
  const isMatter = (concept: string) => !/^(?:ask-|gift$|otherperson$|my$|onbehalf$)/.test(concept)
  return spoken.length > 0 && spoken.every(({ concepts }) => concepts.some(isMatter))
}
