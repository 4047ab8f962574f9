/** The values a message gives: for the slot that is asked for, and for others of the same flow in passing. */
import type { FlowValue } from '@lingxi/contract/dialogue'
import type { Command } from '../situation.ts'
import { type Clause, spell } from '../words/clauses.ts'
import { says, without } from '../words/cues.ts'
import { asks, type Asked, labelsOf, type Reading } from './reading.ts'
import { faultOf, type Found, readValue } from './read-value.ts'

/** A value, or why the one that was said cannot be taken. */
export function fill(asked: Asked, value: FlowValue, reading: Reading): Command {
  const said = faultOf(asked, value, reading)
  return said === undefined ? { kind: 'fill', slot: asked.name, value } : { kind: 'miss', slot: asked.name, said }
}

/** An entity is taken out of its clause, which may say more; words are the whole clause. */
export function take({ clause, entity, isPart }: Found, { taken, clauses }: Reading): void {
  const said = clauses[clause]
  if (entity) taken.entities.add(entity)
  else if (said && !isPart) taken.clauses.add(clause)
  if (entity && said) clauses[clause] = { ...said, text: said.text.replace(spell(entity.text), ' ').trim() }
}

export function fillAsked(asked: Asked, reading: Reading): Command[] {
  const found = readValue(asked, reading, { alone: true }) ?? freeText(asked, reading)
  if (!found) return []
  take(found, reading)
  return [fill(asked, found.value, reading)]
}

/** Codes and names that no list knows are taken as they were written, when nothing else was said. */
function freeText({ slot }: Asked, reading: Reading): Found | undefined {
  if (slot.type !== 'text') return undefined
  const { heard, clauses } = reading
  const open = clauses.findIndex((clause) => !isAside(clause.text) && !asks(clause))
  const first = clauses[open]
  if (!first || clauses.some((clause) => asks(clause) && clause !== first)) return undefined
  if (slot.entities ? !isNameFor(slot, first.text, heard) : isOfAnother(first, reading)) return undefined
  const written = heard.text.slice(first.start, slot.entities ? first.end : undefined).trim()
  const value = plain(withoutLabel(unopened(written, first.text), labelsOf(slot)))
  if (value === '') return undefined
  for (const place of clauses.keys()) if (place >= open) reading.taken.clauses.add(place)
  return { value, clause: open }
}

/** A code or a place; and where any name may be, a thing that is called something, and nothing that is wished for. */
const isNameFor = ({ valid }: Asked['slot'], text: string, { intents }: Reading['heard']) =>
  couldBeName(text) || (!valid && isThing(text) && !intents.some(isWished))

/** Nothing but the number of an order, or the like, that another slot is for. */
function isOfAnother({ start, end }: Clause, { heard, flows }: Reading): boolean {
  const within = heard.entities.filter((each) => each.start >= start && each.end <= end)
  const own = within.filter(({ type }) => (flows.slotsByEntity.get(type)?.length ?? 0) > 0)
  const said = own.reduce((length, each) => length + each.end - each.start, 0)
  return own.length > 0 && heard.text.slice(start, end).trim().length - said <= 2
}

/** As it was written, without what `spell` would call an opening. */
function unopened(written: string, spelt: string): string {
  const rest = without('opening', spelt)
  return rest === '' || (spelt.length !== written.length && !written.toLowerCase().endsWith(rest))
    ? written
    : written.slice(Math.max(0, spelt.length - rest.length)).trim()
}

function withoutLabel(text: string, labels: string[]): string {
  for (const label of labels) {
    const found = new RegExp(`^(?:我的|我|my |the )?${escaped(label)}\\s*(?:是|为|:|：|叫|is)?\\s*`, 'iu').exec(text)
    if (found && found[0].length < text.length) return text.slice(found[0].length)
  }
  return text
}
/** A name may be said with a particle behind it. */
const plain = (text: string) => (text.length <= 8 ? text.replace(/(?<=\p{Script=Han}{2})[吧哈呀啊呢]+$/u, '') : text)
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Has a number in it, or is long enough for an address; 好的 and "it is blue" are neither a code nor a place. */
const couldBeName = (text: string) =>
  /\d/.test(text) || /^[a-z]{2,}-?[a-z0-9]*$/.test(text) || /[省市区县镇乡村路街道巷号楼]/u.test(text)

/** Where every name may be: a thing that nobody listed is told by the system that knows them all. */
const isThing = (text: string) =>
  /^(?:the |an? |your |some )?(?:[a-z]+[- ]){0,3}[a-z]{3,}$/.test(text)
    ? !/\b(?:i|you|it|is|are|was|not|no|yes|ye(?:ah|p)|don'?t|know|what|which|where|want|need|have|got|one|ones|that|this|these|those|maybe|sure|help|idea|please|thanks?|hello|anything|something|nothing|forget|remember|whatever|any|all|both|none|other|first|second|last|same|new|old|cheap|good|bad)\b/.test(
        text,
      )
    : /^\p{Script=Han}{2,8}$/u.test(text) &&
      !/[不没是我你您他她它这那哪想要有吗呢吧了的啊好行随忘都什么怎谁啥嗯哦呃谢请对再等看问]/u.test(text)
const isWished = ({ probability }: { probability: number }) => probability >= 0.5

const isAside = (text: string) =>
  says('affirm', text) ||
  says('deny', text) ||
  says('drop', text) ||
  says('hesitate', text) ||
  /^(?:你好|您好|在吗|hi|hello|hey|谢谢.{0,2}|thanks|thank you)$/.test(text)

/**
 * Other slots of the flow that are not known yet: by entities, by the words of a choice, by a number with its unit. `isAnew`: of
 * a flow that begins with this message, which is about what is named now, whatever was known before.
 */
export function fillInPassing(reading: Reading, names: readonly string[], { isAnew = false } = {}): Command[] {
  const { flows, known, asked } = reading
  return names.flatMap((name) => {
    const slot = flows.set.slots[name]
    if (!slot || (name === asked?.name && names.length > 1) || (known[name] !== undefined && !isAnew)) return []
    const found = readValue({ name, slot }, reading, { alone: false })
    if (!found) return []
    take(found, reading)
    const command = fill({ name, slot }, found.value, reading)
    // Nobody asked for it: what does not fit is asked for in its turn.
    return command.kind === 'fill' ? [command] : []
  })
}
