/** What is said after products were named: cheaper, in another colour, without a condition, others. */
import type { Wish, WishCondition } from '@lingxi/contract/wish'
import { isHeldBySome, readConditions, readWithout } from './read-conditions.ts'
import type { ReadProduct } from './read-product.ts'
import { readRanges, signOf } from './read-ranges.ts'
import { kindIn, orderOf, type WishContext, type WishedFor } from './read-wish.ts'
import { wishCues } from './wish-cues.ts'

type Change = { conditions: WishCondition[]; rest: string; changed: boolean; order: Wish['order'] }
/** What is said behind "what about" and 那…呢 takes the place of what was looked for. */
const opening = /^(?:那么?|还有|另外|换成|再来|(?:and |ok,? )?(?:what|how) about|and)/iu
const isPrice = (condition: WishCondition) => condition.kind === 'range' && condition.dimension.startsWith('money')

/** Undefined where it is no follow-up, but something else or a wish of its own. */
export function followWish(context: WishContext, before: Wish): WishedFor | undefined {
  const { said, language } = context
  const members = kindIn(before.sought, context)?.members
  if (!members || wishCues[language].asksElse.test(said)) return undefined
  const { ranges, rest: spoken } = readRanges(said, language, context.currency)
  const { without, rest } = readWithout(spoken, context)
  const kind = kindIn(rest, context)
  if (kind && !isPart(kind.members, members)) return otherKind(context, before)
  const change: Change = {
    conditions: before.conditions,
    rest: kind ? `${rest.slice(0, kind.start)}，${rest.slice(kind.end)}` : rest,
    changed: kind !== undefined && kind.members.length < members.length,
    order: before.order,
  }
  const sought = { sought: kind?.said ?? before.sought, members: kind?.members ?? members }
  return goOn(change, { context, before, sought, stated: [...ranges, ...without] })
}

type Going = {
  context: WishContext
  before: Wish
  sought: Pick<WishedFor, 'sought' | 'members'>
  /** Limits and what is not wanted, read already. */
  stated: WishCondition[]
}
function goOn(change: Change, { context, before, sought, stated }: Going): WishedFor | undefined {
  const { said, language } = context
  const { more, whatever } = wishCues[language]
  loosen(change, context)
  comparePrices(change, { context, before, members: sought.members })
  const wantsMore = takeOut(change, more)
  const among = { ...context, members: sought.members }
  const read = readConditions(change.rest, among)
  // Whatever else it speaks of is no matter of the catalogue.
  const isOfIt = isStated(stated, change) || asksFor(said)
  if (!isOfIt && read.some((condition) => !isHeldBySome(condition, among))) return undefined
  for (const condition of [...stated, ...read]) put(change, condition)
  const order = orderOf(said, language)
  if (order !== 'fit') Object.assign(change, { order, changed: true })
  const isWhatever = before.asked !== null && whatever.test(said)
  if (![change.changed, wantsMore, isWhatever].includes(true)) return undefined
  const skip = change.changed || !wantsMore ? [] : before.shown
  return { ...sought, conditions: change.conditions, order: change.order, skip }
}

const isStated = (stated: WishCondition[], { changed }: Change) => stated.length > 0 || changed

/** 有防水的吗, "any in black": a condition that no product states is one all the same. */
const asksFor = (said: string) =>
  /有\S{1,10}的(?:吗|么|嘛|\?|？)|^(?:要|换)\S{1,8}的|\b(?:any|one|ones) (?:in|with|that)\b/iu.test(said)

function isPart(some: ReadProduct[], all: ReadProduct[]): boolean {
  const ids = new Set(all.map(({ product }) => product.articleId))
  return some.every(({ product }) => ids.has(product.articleId))
}

/** 那耳机呢: another kind for the same money. */
function otherKind(context: WishContext, before: Wish): WishedFor | undefined {
  const { said, language, reading, currency, products } = context
  if (!opening.test(said.trim())) return undefined
  const { ranges, rest } = readRanges(said.trim(), language, currency)
  const kind = kindIn(rest, context)!
  const around = `${rest.slice(0, kind.start)}，${rest.slice(kind.end)}`.replace(opening, '')
  const read = readConditions(around, { language, reading, members: kind.members, products })
  const kept = ranges.some(isPrice) ? [] : before.conditions.filter(isPrice)
  return { sought: kind.said, conditions: [...kept, ...ranges, ...read], order: before.order, members: kind.members }
}

function takeOut(change: Change, cue: RegExp): boolean {
  if (!cue.test(change.rest)) return false
  change.rest = change.rest.replace(cue, '，')
  return true
}

function loosen(change: Change, { language, reading: { tokens } }: WishContext): void {
  const { anyPrice, notNeeded } = wishCues[language]
  if (takeOut(change, anyPrice)) drop(change, isPrice)
  const groups = notNeeded.exec(change.rest)?.groups
  const what = tokens.fold((groups?.['what'] ?? groups?.['thing'] ?? '').trim())
  if (what === '') return
  const isMeant = (condition: WishCondition) => {
    const names = [condition.said, condition.kind === 'has' ? (condition.attribute ?? '') : ''].map(tokens.fold)
    return names.some((name) => name !== '' && (name.includes(what) || what.includes(name)))
  }
  if (!change.conditions.some(isMeant)) return
  drop(change, isMeant)
  change.rest = change.rest.replace(notNeeded, '，')
}

function drop(change: Change, isMeant: (condition: WishCondition) => boolean): void {
  change.conditions = change.conditions.filter((condition) => !isMeant(condition))
  change.changed = true
}

/** Cheaper than all that were named, or dearer than all. */
function comparePrices(
  change: Change,
  { context, before, members }: { context: WishContext; before: Wish; members: ReadProduct[] },
): void {
  const { cheaper, dearer, cheapest, dearest } = wishCues[context.language]
  if (cheapest.test(change.rest) || dearest.test(change.rest)) return
  const isCheaper = cheaper.test(change.rest)
  if (!isCheaper && !dearer.test(change.rest)) return
  takeOut(change, isCheaper ? cheaper : dearer)
  change.changed = true
  change.order = isCheaper ? 'fit' : change.order
  const shown = members.filter(({ product }) => before.shown.includes(product.articleId))
  const prices = shown.flatMap(({ product }) => (product.price ? [product.price.amount] : []))
  if (prices.length === 0) {
    change.order = isCheaper ? 'cheapest' : 'dearest'
    return
  }
  put(change, isCheaper ? below(Math.min(...prices), context) : above(Math.max(...prices), context))
}

/** The least that a price differs by. */
const cent = 0.01
function below(price: number, { language, currency }: WishContext): WishCondition {
  const said = `${language === 'zh' ? '低于' : 'below'} ${signOf(currency)}${price}`
  return { kind: 'range', said, dimension: currency, least: null, most: price - cent }
}
function above(price: number, { language, currency }: WishContext): WishCondition {
  const said = `${language === 'zh' ? '高于' : 'above'} ${signOf(currency)}${price}`
  return { kind: 'range', said, dimension: currency, least: price + cent, most: null }
}

/** In the place of what it replaces: the same measure, or a value of the same column. */
function put(change: Change, condition: WishCondition): void {
  const replaces = (other: WishCondition) => {
    if (condition.kind === 'range') return other.kind === 'range' && other.dimension === condition.dimension
    if (other.said === condition.said) return true
    return (
      condition.kind === 'has' &&
      condition.attribute !== null &&
      other.kind === 'has' &&
      other.attribute === condition.attribute
    )
  }
  change.conditions = [...change.conditions.filter((other) => !replaces(other)), condition]
  change.changed = true
}
