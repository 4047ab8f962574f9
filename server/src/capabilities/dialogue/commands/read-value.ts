/** What a message says for one slot: by what understanding recognised, or by the words of a clause. */
import type { FlowValue } from '@lingxi/contract/dialogue'
import type { FlowSlot } from '@lingxi/contract/flow'
import type { RecognisedEntity } from '@lingxi/contract/understanding'
import { amountIn, toFigures } from '#platform/quantities'
import { placeIn, readChoice, readYesNo } from '#platform/replies'
import { says, without } from '../words/cues.ts'
import { sharedLength } from '../words/shared-words.ts'
import { asks, type Asked, clauseAt, type Reading, scopeOf, type Wordings, wordingsOf } from './reading.ts'

/** `alone`: it was asked for, so that a bare number, a bare yes or a place in the list counts. `besides`: what it is not. */
export type Sought = { alone: boolean; besides?: FlowValue | undefined }
/** `isPart`: the clause names something else as well, as in "178 cm and 70 kg". */
export type Found = { value: FlowValue; clause: number; entity?: RecognisedEntity; isPart?: true }

const seconds: Record<string, number> = { 秒: 1, 分钟: 60, 小时: 3600, 天: 86_400, 周: 604_800 }

export function readValue({ name, slot }: Asked, reading: Reading, sought: Sought): Found | undefined {
  return ofEntities({ name, slot }, reading, sought) ?? ofWords(slot, reading, sought)
}

/** Types that it names; a time is a time whatever it is called. */
function ofEntities({ slot }: Asked, reading: Reading, { besides }: Sought): Found | undefined {
  const fits = ({ type, value }: RecognisedEntity) =>
    slot.entities?.includes(type) ?? (slot.type === 'time' && value.kind === 'time')
  const found = reading.heard.entities.flatMap((entity) => {
    const value = !fits(entity) || reading.taken.entities.has(entity) ? undefined : valueOf(entity, slot, reading)
    const clause = clauseAt(reading, entity.start)
    // 大了一号 is no first of the month.
    const isRead = slot.type === 'time' && reading.taken.clauses.has(clause)
    const isMoment = entity.value.kind === 'duration' && says('hesitate', reading.clauses[clause]?.text ?? '')
    return isRead || isMoment || value === undefined || value === besides || denied(entity, reading)
      ? []
      : [{ value, clause, entity }]
  })
  // Who corrects says the right one last.
  return besides === undefined ? afterCorrection(found, reading) : found.at(-1)
}

/** "Return SG70411010, no wait, it's SG70411011": what is said before it was corrected is not meant. */
function afterCorrection(found: Found[], { clauses }: Reading): Found | undefined {
  const corrected = clauses.findLastIndex(({ text }) => says('correct', text) || says('wrong', text))
  return found.find(({ clause }) => clause >= corrected) ?? found[0]
}

const denied = ({ start }: RecognisedEntity, { heard }: Reading) =>
  /(?:不是|不要|\bnot(?: an?| the| my)?(?: order| size)?)\s*$/i.test(heard.text.slice(0, start))

function valueOf(entity: RecognisedEntity, slot: FlowSlot, reading: Reading): FlowValue | undefined {
  const { value, text } = entity
  const written = value.kind === 'text' ? value.text : text
  switch (slot.type) {
    case 'choice':
      return readChoice(wordingsOf(slot, reading), written) ?? readChoice(wordingsOf(slot, reading), text)
    case 'time':
      return value.kind === 'time' ? value.from : undefined
    case 'number':
      return numberOf(entity, slot.unit ?? '')
    case 'text':
      return written
    case 'yes_no':
      return undefined
  }
}

function numberOf({ value, text }: RecognisedEntity, unit: string): number | undefined {
  if (value.kind === 'duration') return value.seconds / (seconds[unit] ?? 1)
  return amountIn(text, { unit, only: true }) ?? (value.kind === 'number' ? value.number : undefined)
}

function ofWords(slot: FlowSlot, reading: Reading, sought: Sought): Found | undefined {
  if (slot.type === 'text' || slot.type === 'time') return undefined
  const read = readerOf(slot, reading, sought)
  for (const [clause, { text }] of reading.clauses.entries()) {
    const value = reading.taken.clauses.has(clause) ? undefined : read(text, asks(reading.clauses[clause]!))
    if (value === undefined || value === sought.besides) continue
    return { value, clause, ...(slot.type === 'number' && namesSeveral(text) && { isPart: true }) }
  }
  return undefined
}

const namesSeveral = (text: string) => (toFigures(text).match(/\d+(?:\.\d+)?/g)?.length ?? 0) > 1

type Read = (text: string, isQuestion: boolean) => FlowValue | undefined
function readerOf(slot: FlowSlot, reading: Reading, { alone, besides }: Sought): Read {
  // "One sec, let me check" is no time of anything.
  if (slot.type === 'number')
    return (text) => (says('hesitate', text) ? undefined : amountIn(text, { unit: slot.unit ?? '', only: alone }))
  if (slot.type === 'yes_no')
    return (text, isQuestion) => (alone && !isQuestion ? yesNo(text, slot, reading) : undefined)
  const wordings = wordingsOf(slot, reading).filter(({ value }) => value !== besides)
  return (text) => readChoice(wordings, text) ?? (alone ? looseChoice(wordings, text) : undefined)
}

function yesNo(text: string, { ask }: FlowSlot, { heard }: Reading): boolean | undefined {
  const said = without('hedge', text)
  if (deniesWhat(said, ask[heard.language] ?? '')) return false
  if (says('affirm', said) || says('haveDone', said)) return true
  if (says('deny', said) || says('drop', said)) return false
  const read = readYesNo(said, heard.language)
  return read && read === 'yes'
}

/** "Unworn" and 没洗过, to "has it been worn or washed?". */
function deniesWhat(said: string, question: string): boolean {
  const [, english] =
    /^(?:it'?s |it is |still |all )*(?:never (?:been )?|not (?:been )?|un)([a-z]{3,})$/u.exec(said) ?? []
  if (english !== undefined) return question.toLowerCase().includes(english)
  const [, chinese] = /^(?:从来|都|完全|还)?(?:没有?|未)(\p{Script=Han}{1,2}?)过?[的呢啊]*$/u.exec(said) ?? []
  return chinese !== undefined && question.includes(chinese)
}

/** By its place, or by a part of what one choice alone is called: 质量 for 质量问题, "the jeans" for "Straight Jeans, blue". */
function looseChoice(wordings: Wordings, text: string): FlowValue | undefined {
  const place = placeIn(text, wordings.length)
  if (place !== undefined) return wordings[place]!.value
  const said = without('opening', text).replace(/[的吧呢啊了呀]+$/u, '')
  const held = wordings.filter(({ words }) => words.some((word) => isPartOf(word.toLowerCase(), said)))
  if (held.length > 0) return held.length === 1 ? held[0]!.value : undefined
  const shared = wordings.map(({ words }) =>
    Math.max(0, ...words.map((word) => sharedLength(word.toLowerCase(), said))),
  )
  if (says('refuse', text)) return otherThan(wordings, shared)
  const most = Math.max(...shared)
  return most > 0 && shared.filter((length) => length === most).length === 1
    ? wordings[shared.indexOf(most)]!.value
    : undefined
}

/** "Not the jeans": of two the other one. */
function otherThan(wordings: Wordings, shared: number[]): FlowValue | undefined {
  const left = wordings.filter((_, place) => shared[place] === 0)
  return wordings.length === 2 && left.length === 1 ? left[0]!.value : undefined
}

const isPartOf = (word: string, said: string) =>
  said.length >= (/\p{Script=Han}/u.test(said) ? 2 : 4) && word.includes(said)

/** What is said of the first condition that the value does not meet; undefined when it meets all. */
export function faultOf({ slot }: Asked, value: FlowValue, reading: Reading): string | undefined {
  const { flows, heard } = reading
  const broken = slot.valid?.find((each) => flows.evaluate(each.if, scopeOf(reading, value)).value !== true)
  return broken && flows.fill(broken.say, heard.language, scopeOf(reading, value)).text
}
