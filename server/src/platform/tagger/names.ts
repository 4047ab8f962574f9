/**
 * What training says of words and names: which runs of units were marked as what (a list of names that learns itself),
 * and as what each word is mostly marked (its habit). While learning, a text is looked at without what it contributed itself
 * (`change`), or the lists would know every answer beforehand.
 */
import { column, type Columns } from './columns.ts'
import { finish, hashOf, mix } from './hashing.ts'
import type { UnitSpan } from './labels.ts'

/** How often each name or word was marked as each type; place 0 counts what was not marked. */
type Counts = Map<number, Uint16Array>
export type Names = {
  /** The types under which a run of words is listed, by its hash. */
  typesOf(name: number): readonly number[]
  isBeginning(hash: number): boolean
  habitOf(word: number): number
}

const longestName = 12
const mostCounted = 65_535

function nameHash(word: Int32Array, first: number, last: number): number {
  let hash = 0
  for (let at = first; at <= last; at++) hash = mix(hash, word[at]!)
  return finish(hash)
}

/** A list that was given has other codes than what was marked: type t of lists is `types + t`. */
export type NameCounting = { types: number; learns: boolean }

/** Names while learning: what is marked comes and goes, what was given stays. */
export function countNames({ types, learns }: NameCounting) {
  const names: Counts = new Map()
  const words: Counts = new Map()
  const given = new Map<number, Set<number>>()
  const beginnings = new Set<number>()

  function count(counts: Counts, key: number, change: { place: number; by: 1 | -1 }): void {
    let row = counts.get(key)
    if (!row) counts.set(key, (row = new Uint16Array(types + 1)))
    row[change.place] = Math.min(mostCounted, row[change.place]! + change.by)
  }
  function begin(word: Int32Array, first: number, last: number): void {
    for (let at = first, hash = 0; at <= last; at++) beginnings.add(finish((hash = mix(hash, word[at]!))))
  }

  /** The spans of a text come (1) or go (-1). */
  function change(by: 1 | -1, columns: Columns, spans: readonly UnitSpan[]): void {
    if (!learns) return
    const word = columns[column.word]!
    const marked = new Int32Array(word.length)
    for (const { first, last, type } of spans) {
      marked.fill(type + 1, first, last + 1)
      if (last - first >= longestName) continue
      count(names, nameHash(word, first, last), { place: type + 1, by })
      begin(word, first, last)
    }
    for (let at = 0; at < word.length; at++) count(words, word[at]!, { place: marked[at]!, by })
  }

  /** A name of a list, as the columns of its text. */
  function give(type: number, columns: Columns): void {
    const word = columns[column.word]!
    if (word.length === 0 || word.length > longestName) return
    const name = nameHash(word, 0, word.length - 1)
    given.set(name, (given.get(name) ?? new Set()).add(types + type))
    begin(word, 0, word.length - 1)
  }

  function typesOf(name: number): number[] {
    const counts = names.get(name)
    const found: number[] = []
    for (let type = 0; counts && type < types; type++) if (counts[type + 1]! > 0) found.push(type)
    return found.concat([...(given.get(name) ?? [])])
  }

  function keep(): KeptNames {
    const kept = [...new Set([...names.keys(), ...given.keys()])].map((name) => [name, typesOf(name)] as const)
    return {
      names: Int32Array.from(kept, ([name]) => name),
      nameLengths: Uint16Array.from(kept, ([, ofName]) => ofName.length),
      nameTypes: Uint16Array.from(kept.flatMap(([, ofName]) => ofName)),
      beginnings: Int32Array.from(beginnings),
      words: Int32Array.from(words.keys()),
      habits: Int32Array.from(words.values(), habitFrom),
    }
  }
  const lookUp: Names = {
    typesOf,
    isBeginning: (hash) => beginnings.has(hash),
    habitOf: (word) => habitFrom(words.get(word)),
  }
  return { change, give, keep, lookUp }
}

/** What is kept of names when learning is over. Name i has the next `nameLengths[i]` of `nameTypes`. */
export type KeptNames = {
  names: Int32Array
  nameLengths: Uint16Array
  nameTypes: Uint16Array
  beginnings: Int32Array
  words: Int32Array
  habits: Int32Array
}

export function openNames({ names, nameLengths, nameTypes, beginnings, words, habits }: KeptNames): Names {
  let end = 0
  const types = new Map<number, number[]>()
  names.forEach((name, at) => types.set(name, [...nameTypes.subarray(end, (end += nameLengths[at]!))]))
  const starts = new Set(beginnings)
  const ofWords = new Map<number, number>()
  words.forEach((word, at) => ofWords.set(word, habits[at]!))
  const unknown = habitFrom(undefined)
  return {
    typesOf: (name) => types.get(name) ?? [],
    isBeginning: (hash) => starts.has(hash),
    habitOf: (word) => ofWords.get(word) ?? unknown,
  }
}

/** The type that a word mostly has, how purely and how often seen, in three steps each. */
function habitFrom(counts: Uint16Array | undefined): number {
  let total = 0
  let best = 0
  if (counts)
    for (let at = 0; at < counts.length; at++) {
      total += counts[at]!
      if (counts[at]! > counts[best]!) best = at
    }
  const share = total === 0 ? 0 : counts![best]! / total
  if (total === 0) return hashOf('new')
  // Which of several types a word has by a hair is chance, and would tell a text its answer by what was left out for it.
  const type = share < 0.7 ? 'mixed' : best
  return hashOf(`${type} ${step(share, 0.7, 0.95)} ${step(total, 5, 21)}`)
}
const step = (value: number, middle: number, high: number) => (value >= high ? 3 : value >= middle ? 2 : 1)

const single = 3
const nameSeed = 0x1234

/**
 * Fills the columns `habit` and `listed` and returns the signs of names at each place: for each type the longest name
 * that covers it, by the part of it and its length.
 */
export function readNames(columns: Columns, names: Names): number[][] {
  const word = columns[column.word]!
  const covering = coveringNames(word, names)
  return covering.map((types, at) => {
    const habit = names.habitOf(word[at]!)
    let together = 0x7ed55d16
    const signs: number[] = []
    for (const [type, found] of types ? [...types].sort(([one], [other]) => one - other) : []) {
      const part = found & 3
      const hash = mix(mix(nameSeed, type), part * 8 + Math.min(found >> 2, 5))
      signs.push(finish(hash), finish(mix(hash, habit)))
      together = mix(together, mix(type, part))
    }
    columns[column.habit]![at] = habit
    columns[column.listed]![at] = finish(together)
    return signs
  })
}

/** Of each unit, by type, the longest name that covers it: its length times 4, and which part of it the unit is. */
function coveringNames(word: Int32Array, names: Names): (Map<number, number> | undefined)[] {
  const count = word.length
  const covering: (Map<number, number> | undefined)[] = Array.from({ length: count })
  const cover = (first: number, last: number, type: number) => {
    const length = last - first + 1
    for (let at = first; at <= last; at++) {
      const here = (covering[at] ??= new Map())
      if ((here.get(type) ?? 0) >> 2 >= length) continue
      here.set(type, length * 4 + (length === 1 ? single : at === first ? 0 : at === last ? 2 : 1))
    }
  }
  for (let first = 0; first < count; first++)
    for (let last = first, hash = 0; last < Math.min(count, first + longestName); last++) {
      hash = mix(hash, word[last]!)
      if (!names.isBeginning(finish(hash))) break
      for (const type of names.typesOf(finish(hash))) cover(first, last, type)
    }
  return covering
}
