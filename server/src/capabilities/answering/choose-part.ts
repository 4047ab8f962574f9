/**
 * Which part of a stored answer is said. A table says the rows that are asked for, a long text the sentences or items that
 * hold what was asked: by the kind of value (how long, how much, when), else by its words. What leads to a list or a table
 * goes with it. Nothing chosen means that all of it answers.
 */
import { type AskedWord, coverageOf, type EvidencePassage, holdingOf, textOf, type Unit } from './evidence.ts'
import type { Read, Reading } from './reading.ts'

/** In UTF-16 units; shorter answers are given whole: a few lines around what was asked help more than they cost. */
export const shortPassage = { zh: 220, en: 480 }
const fully = 0.85
const telling = 0.15
const mostUnits = 2
const leastHeld = 0.2
/** What is asked for by these is answered by a value of its kind (measures.ts). */
const valueKind = /^ask-(?:amount|duration|count|when)$/

/** Wordings of two meanings keep what they ask for: 多久到账 is of a refund, and asks how long. */
const asking: [RegExp, string][] = [
  [
    /多久|多长|几天|多少天|几个?(?:小时|分钟|月|年|工作日)|how long|how many (?:dai|hour|week|month|year|minut)/,
    'ask-duration',
  ],
  [/多少钱|几块|多少元|how much|cost/, 'ask-amount'],
  [/什么时候|啥时候|几点|哪天|几号|\bwhen\b|what time/, 'ask-when'],
]
const kindsOf = ({ word, concepts = [] }: AskedWord): string[] => [
  ...concepts.filter((concept) => valueKind.test(concept)),
  ...asking.flatMap(([pattern, kind]) => (pattern.test(word) ? kind : [])),
]

export function createChoosing({ read }: { read: Read }) {
  type Candidate = { unit: Unit; reading: Reading }
  const holdOf = ({ reading }: Candidate) => holdingOf(reading)

  /** Empty: the whole passage. */
  return function choosePart(passage: EvidencePassage, asked: AskedWord[]): Unit[] {
    const all = passage.units
      .filter(({ kind }) => kind !== 'lead')
      .map((unit): Candidate => ({ unit, reading: read(textOf(passage, unit)) }))
    const rows = rowsAskedFor(
      all.filter(({ unit }) => unit.kind === 'row'),
      asked,
    )
    if (rows.length > 0) return withLeadIns(passage, inOrder(rows))
    if (passage.text.length <= shortPassage[passage.language]) return []
    const chosen = ofValue(all, asked) ?? ofWords(all, asked, read(passage.title))
    return withLeadIns(passage, inOrder(chosen))
  }

  /** The rows that a word of the question tells from the others; none where no word does. */
  function rowsAskedFor(rows: Candidate[], asked: AskedWord[]): Candidate[] {
    const picked = new Set<Candidate>()
    for (const word of asked.filter(({ weight }) => weight >= telling)) {
      const holding = rows.filter((row) => holdOf(row)(word) >= fully)
      if (holding.length * 2 <= rows.length) for (const row of holding) picked.add(row)
    }
    return picked.size * 2 <= rows.length ? [...picked] : []
  }

  function ofValue(all: Candidate[], asked: AskedWord[]): Candidate[] | undefined {
    const kinds = asked.flatMap(kindsOf)
    const holding = all.filter(({ reading }) => kinds.some((kind) => reading.concepts.has(kind)))
    if (holding.length === 0 || holding.length * 2 > all.length) return undefined
    return best(holding, asked, 0)
  }

  /** By the words that the title does not hold already: those say which part is asked for. */
  function ofWords(all: Candidate[], asked: AskedWord[], title: Reading): Candidate[] {
    const inTitle = holdingOf(title)
    const open = asked.filter((word) => inTitle(word) < fully)
    return open.length === 0 ? [] : best(all, open, leastHeld)
  }

  function best(among: Candidate[], asked: AskedWord[], least: number): Candidate[] {
    const held = among.map((each) => ({ each, share: coverageOf(asked, holdOf(each)) }))
    const good = held.filter(({ share }) => share >= least).toSorted((one, other) => other.share - one.share)
    return good.slice(0, mostUnits).map(({ each }) => each)
  }
}

const inOrder = (chosen: { unit: Unit }[]) =>
  chosen.map(({ unit }) => unit).toSorted((one, other) => one.start - other.start)

/** The units with the sentence that leads to the list or table they are of, where it ends in a colon. */
export function withLeadIns(passage: EvidencePassage, units: Unit[]): Unit[] {
  const all = passage.units
  return units.flatMap((unit) => {
    if (unit.kind === 'sentence') return [unit]
    let before = all.findIndex(({ start }) => start === unit.start) - 1
    while (before >= 0 && all[before]!.kind !== 'sentence') before--
    const lead = all[before]
    const leads = lead && /[:：]$/.test(textOf(passage, lead).trim()) && !units.includes(lead)
    const first = units.find(({ kind, start }) => kind !== 'sentence' && (!lead || start > lead.start)) === unit
    return leads && first ? [lead, unit] : [unit]
  })
}
