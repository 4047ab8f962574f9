/** What was said before is wrong: which slot is meant, and its right value. */
import type { FlowValue } from '@lingxi/contract/dialogue'
import { readChoice, readYesNo } from '#platform/replies'
import type { Command, Heard } from '../situation.ts'
import { type Clause, spell } from '../words/clauses.ts'
import { behind, says, without } from '../words/cues.ts'
import { fill, take } from './fill-slots.ts'
import { readValue } from './read-value.ts'
import { type Asked, asks, labelsOf, names, piecesOf, type Reading, tellingClauses, wordingsOf } from './reading.ts'

/** Says that something was wrong, takes it back, or names what is known already and something that it is. */
export const isCorrecting = (reading: Reading) =>
  !reading.clauses.every(asks) &&
  (saysWrong(reading) ||
    reading.taken.clauses.size > 0 ||
    reading.clauses.some((clause) => !asks(clause) && tellsKnown(clause.text, reading)))

const saysWrong = ({ text }: Reading) => says('correct', text) || says('wrong', text)

const tellsKnown = (text: string, reading: Reading) =>
  /是|为|:|\b(?:is|was)\b/.test(text) && correctable(reading).some(({ slot }) => names(text, labelsOf(slot)))

/** Slots that have a value now: those of the running flow first, named ones before others, the newest first. */
function correctable(reading: Reading): Asked[] {
  const { running, known, flows, text, asked, situation } = reading
  const filled = situation.progress?.stack.flatMap((frame) => frame.filled) ?? []
  const all = [
    ...new Set([
      ...(running?.frame.filled ?? []).toReversed(),
      ...filled.toReversed(),
      ...(running?.compiled.collects ?? []),
    ]),
  ]
  const slots = all.flatMap((name) => {
    const slot = flows.set.slots[name]
    return slot && known[name] !== undefined && name !== asked?.name ? [{ name, slot }] : []
  })
  const isNamed = ({ slot }: Asked) => names(text, labelsOf(slot))
  return [...slots.filter(isNamed), ...slots.filter((each) => !isNamed(each))]
}

/** Where something is put right: every slot that another value is said for. */
export function readCorrections(reading: Reading): Command[] {
  const slots = correctable(reading)
  const commands = slots.flatMap((each) => {
    const besides = reading.known[each.name]
    const isNamed = names(reading.text, labelsOf(each.slot))
    const found = readValue(each, reading, { alone: false, besides }) ?? (isNamed ? bare(each, reading) : undefined)
    if (!found || found.value === besides) return []
    take(found, reading)
    return [correct(each, found.value, reading)]
  })
  if (commands.length > 0) return commands
  const number = saysWrong(reading) && slots.find((each) => each.slot.type === 'number' && bare(each, reading))
  if (number) return [correct(number, bare(number, reading)!.value, reading)]
  const [newest] = saysWrong(reading) ? slots : []
  if (newest && isTakenBack(newest, reading)) return [{ kind: 'correct', slot: newest.name, value: null }]
  const value = newest && (bare(newest, reading)?.value ?? inWords(newest, reading))
  if (value === undefined || value === reading.known[newest!.name]) return []
  reading.clauses.forEach((_, place) => reading.taken.clauses.add(place))
  return [correct(newest!, value, reading)]
}

/** "不对,是另一个订单", "no, not that order, the other one": all of it takes back what was said, and nothing is put in its place. */
export function readTakenBack(reading: Reading): Command[] {
  const { clauses, asked } = reading
  if (clauses.some(({ hasMark }) => hasMark)) return []
  const open = tellingClauses({ clauses })
  const isOffered =
    open.length === 1 && asked?.slot.type === 'choice' && readChoice(wordingsOf(asked.slot, reading), open[0]!.text)
  if (isOffered) return []
  const slot = correctable(reading).find((each) => takesBack(each, open))
  return slot ? [{ kind: 'correct', slot: slot.name, value: null }] : []
}

const takesBack = ({ slot }: Asked, clauses: readonly Clause[]) =>
  clauses.some(({ text }) => asIt(text, labelsOf(slot)) !== text) &&
  clauses.every(({ text }) => says('takeBack', asIt(text, labelsOf(slot))) || says('deny', text))

/** Clauses that say which value was wrong, beside others that say what is right: they hold none themselves. */
export function leaveTakenBack(reading: Reading): void {
  const { asked, clauses, taken } = reading
  if (clauses.length < 2) return
  const slots = [...(asked ? [asked] : []), ...correctable(reading)]
  for (const [place, { text }] of clauses.entries()) {
    const said = slots.map(({ slot }) => asIt(text, labelsOf(slot))).filter((each) => each !== text)
    if (said.some((each) => says('takeBack', each))) taken.clauses.add(place)
  }
}

/** The clause with "it" in the place of the name, or of a part of it that says something. */
function asIt(text: string, labels: readonly string[]): string {
  const found = labels.flatMap((label) => [label, ...piecesOf(label)]).filter((name) => text.includes(name))
  const [longest] = found.toSorted((one, other) => other.length - one.length)
  return longest === undefined ? text : text.replace(longest, 'it').replace(/it号|单it|\bit number\b/u, 'it')
}

/** 订单号不对: it is wrong, and what is right is not said. */
const isTakenBack = ({ slot }: Asked, { clauses, text }: Reading) =>
  clauses.length === 1 && names(text, labelsOf(slot)) && says('wrong', text)

/** Said without a word of being wrong, where a yes is waited for: "L码吧" corrects the size that was to be confirmed. */
export function readQuietCorrections(reading: Reading, { words }: { words: boolean }): Command[] {
  return correctable(reading).flatMap((each) => {
    const found = readValue(each, reading, { alone: false, besides: reading.known[each.name] })
    if (!found || (!found.entity && !words)) return []
    take(found, reading)
    return [correct(each, found.value, reading)]
  })
}

/** Nothing but another value of a slot that is filled, of a kind that what is asked for does not take: "SG70411026" to "which item?". */
export function readBareCorrection(reading: Reading, asked: Asked): Command[] {
  const { heard, clauses, taken } = reading
  if (readValue(asked, reading, { alone: true })) return []
  const { entities } = asked.slot
  const slot = correctable(reading).find(({ slot: { entities: own } }) =>
    own?.some((type) => !entities?.includes(type) && isAll(type, heard)),
  )
  if (!slot) return []
  const apart = {
    ...reading,
    clauses: [...clauses],
    taken: { clauses: new Set(taken.clauses), entities: new Set(taken.entities) },
  }
  const found = readValue(slot, apart, { alone: false, besides: reading.known[slot.name] })
  if (!found?.entity) return []
  take(found, reading)
  return [correct(slot, found.value, reading)]
}

/** The message is this thing, with two signs or what opens an answer around it at most. */
function isAll(type: string, { text, entities }: Heard): boolean {
  return entities.some((each) => {
    if (each.type !== type) return false
    const rest = spell(text.slice(0, each.start) + text.slice(each.end))
    return without('opening', `${rest} `).trim().length <= 2
  })
}

function correct(asked: Asked, value: FlowValue, reading: Reading): Command {
  const command = fill(asked, value, reading)
  return command.kind === 'fill' ? { ...command, kind: 'correct' } : command
}

/** A bare number, place or yes behind what says that it was wrong. */
function bare({ name, slot }: Asked, reading: Reading) {
  if (slot.type === 'yes_no') {
    const clause = reading.clauses.findLastIndex(({ text }) => names(text, labelsOf(slot)))
    const said = reading.clauses[clause]?.text
    const read =
      said === undefined
        ? undefined
        : readYesNo(behind('becomes', said) ?? without('opening', said), reading.heard.language)
    return read && { value: read === 'yes', clause }
  }
  if (slot.type === 'text' && !slot.entities) return written({ name, slot }, reading)
  return slot.type === 'text'
    ? undefined
    : readValue({ name, slot }, reading, { alone: true, besides: reading.known[name] })
}

/** "收件人改成李四": what stands behind the mark, as it was written. */
function written({ slot }: Asked, { clauses, heard }: Reading) {
  const clause = clauses.findLastIndex(({ text }) => names(text, labelsOf(slot)) && behind('becomes', text))
  const said = clauses[clause]
  const value = said && behind('becomes', said.text)
  if (!said || !value) return undefined
  const whole = heard.text.slice(said.start, said.end).trim()
  return { value: whole.toLowerCase().endsWith(value) ? whole.slice(-value.length) : value, clause }
}

/** "No, that's too much": what is thought of it, and no other value. */
const judges = /^(?:(?:way|far|just|a bit) )*(?:too|so|very) |^(?:太|好贵|好慢|好久|有点)/u

/** "不对，我叫李四", "no wait, it's 15 Elm Road, Leeds": the newest text, said again, with all its clauses. */
function inWords({ slot }: Asked, { clauses, heard }: Reading): string | undefined {
  if (slot.type !== 'text' || slot.entities) return undefined
  const last = clauses.at(-1)!
  if (clauses.length < 2 || says('correct', last.text) || asks(last)) return undefined
  const mark = clauses.findLastIndex(({ text }) => says('correct', text) || says('wrong', text))
  const whole = heard.text.slice(mark < 0 ? last.start : clauses[mark + 1]?.start, last.end).trim()
  const rest = without('opening', spell(whole))
  if (judges.test(rest)) return undefined
  return whole.toLowerCase().endsWith(rest) ? whole.slice(-rest.length) : rest
}
