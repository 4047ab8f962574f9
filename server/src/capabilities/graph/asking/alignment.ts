/**
 * Which words ask for which relation. Read outwards from the entity, a question names the hops in order: `the religion of
 * X 's son` is "son … religion". So the words are emitted by the hops in turn, a monotone hidden Markov alignment (Vogel,
 * Ney and Tillmann 1996) over word tables learnt by expectation maximisation as in IBM model 1 (Brown et al. 1993). A
 * relation that was never asked for in training is understood through the words of its name, and what those were asked as.
 */
import { relationWords } from './units.ts'

export type AlignedExample = { words: readonly string[]; relations: readonly string[] }
type Table = Map<string, Map<string, number>>
/** What was counted: words by relation, words by word of a relation's name, and words that ask for nothing. */
export type AlignmentCounts = { relations: Table; names: Table; filler: Map<string, number> }

const rounds = 5
/** How many words of evidence the name of a relation is worth beside what was seen of the relation itself. */
const nameWorth = 3
const fillerShare = 0.35
const floor = 1e-4
const sameWord = 0.75
/** Words that a language has beside those that were seen. */
const leastVocabulary = 1000
const contextShare = 0.15

export const noCounts = (): AlignmentCounts => ({ relations: new Map(), names: new Map(), filler: new Map() })

/** What two lessons taught, together. */
export function addCounts(one: AlignmentCounts, other: AlignmentCounts): AlignmentCounts {
  const sum = noCounts()
  for (const { relations, names, filler } of [one, other]) {
    addWords(filler, sum.filler)
    for (const [key, words] of relations) addWords(words, row(sum.relations, key))
    for (const [key, words] of names) addWords(words, row(sum.names, key))
  }
  return sum
}
function addWords(words: ReadonlyMap<string, number>, into: Map<string, number>): void {
  for (const [word, count] of words) bump(into, word, count)
}

export function learnAlignment(examples: readonly AlignedExample[]): AlignmentCounts {
  let counts = noCounts()
  for (const { words } of examples) for (const word of words) bump(counts.filler, word, 1)
  for (let round = 0; round < rounds; round++) {
    const alignment = createAlignment(counts)
    const next = noCounts()
    for (const { words, relations } of examples) alignment.expect(words, relations, next)
    counts = next
  }
  return counts
}

export function createAlignment(counts: AlignmentCounts) {
  const fillerTotal = total(counts.filler)
  const vocabulary = counts.filler.size + leastVocabulary
  const relationTotals = totals(counts.relations)
  const nameTotals = totals(counts.names)
  const namesOf = new Map<string, { own: string[]; context: string[] }>()

  /** Lessons know a relation as it is written; what is known beforehand, by the words of its name. */
  const keyFor = (relation: string) => (counts.relations.has(relation) ? relation : wordsOf(relation).own.join(' '))
  const rowOf = (relation: string) => counts.relations.get(keyFor(relation))
  const totalOf = (relation: string) => relationTotals.get(keyFor(relation)) ?? 0
  const wordsOf = (relation: string) => {
    let words = namesOf.get(relation)
    if (!words) namesOf.set(relation, (words = relationWords(relation)))
    return words
  }
  const filler = (word: string) => ((counts.filler.get(word) ?? 0) + 0.5) / (fillerTotal + 0.5 * vocabulary)

  /** P(word | word of a name): what it was asked as in training, and itself. */
  function fromNameWord(word: string, nameWord: string): number {
    const seen = counts.names.get(nameWord)?.get(word) ?? 0
    const prior = word === nameWord ? sameWord : 0
    return (seen + nameWorth * prior) / ((nameTotals.get(nameWord) ?? 0) + nameWorth)
  }
  function fromName(word: string, relation: string): number {
    const { own, context } = wordsOf(relation)
    const share = (words: string[]) =>
      words.reduce((sum, each) => sum + fromNameWord(word, each), 0) / Math.max(1, words.length)
    return context.length === 0 ? share(own) : (1 - contextShare) * share(own) + contextShare * share(context)
  }
  /** P(word | relation), without filler. */
  function emission(word: string, relation: string): number {
    const seen = rowOf(relation)?.get(word) ?? 0
    const named = fromName(word, relation)
    return (seen + nameWorth * named) / (totalOf(relation) + nameWorth)
  }

  /** How much more likely each word is because a hop is asked for: P(word | relation or filler) / P(word | filler). */
  function ratios(words: readonly string[], relation: string): Float64Array {
    return Float64Array.from(words, (word) => {
      const plain = filler(word)
      return fillerShare + ((1 - fillerShare) * Math.max(emission(word, relation), floor * plain)) / plain
    })
  }

  return {
    ratios,
    /** How seldom a word stands around what questions name, in nats: names are rarely made of such words alone. */
    rareness: (word: string) => -Math.log(filler(word)),
    /** Words at least this rare carry something that was meant. */
    telling: -Math.log(2.5 / (fillerTotal + 0.5 * vocabulary)),
    seen: totalOf,

    /** Adds what this question teaches: each word's share to the hops that may have asked with it. */
    expect(words: readonly string[], relations: readonly string[], into: AlignmentCounts): void {
      const lattice = relations.map((relation) => ratios(words, relation))
      for (const [hop, shares] of posterior(lattice, words.length).entries()) {
        const relation = relations[hop]!
        for (const [place, share] of shares.entries()) {
          const word = words[place]!
          const asks = share * (1 - fillerShare / lattice[hop]![place]!)
          bump(into.filler, word, share - asks)
          bump(row(into.relations, relation), word, asks)
          const own = wordsOf(relation).own
          const likely = own.map((each) => fromNameWord(word, each) + 1e-3)
          const mass = likely.reduce((sum, each) => sum + each, 0)
          for (const [at, each] of own.entries()) bump(row(into.names, each), word, (asks * likely[at]!) / mass)
        }
      }
    },
  }
}
export type Alignment = ReturnType<typeof createAlignment>

/** The log-likelihood of the words, hop after hop, against words that ask for nothing; every hop has a word at least. */
export function forward(lattice: readonly Float64Array[], length: number): number {
  if (length < lattice.length) return impossible
  let log = 0
  const last = read(lattice, length, (_, sum) => {
    log += Math.log(sum)
  }).at(-1)!
  return last > 0 ? log + Math.log(last) : impossible
}

/** Better than nothing at all, so that candidates without a likelihood can still be compared. */
const impossible = -20
const staying = 0.6
const chanceToStay = (hop: number, hops: number) => (hop === hops - 1 ? 1 : staying)

/** Reads the words in order; `onWord` sees how likely each hop has been reached, and the sum by which it was scaled. */
function read(lattice: readonly Float64Array[], length: number, onWord: (state: Float64Array, sum: number) => void) {
  const hops = lattice.length
  const state = new Float64Array(hops)
  state[0] = 1 / chanceToStay(0, hops)
  for (let place = 0; place < length; place++) {
    let sum = 0
    for (let hop = hops - 1; hop >= 0; hop--) {
      const advanced = hop === 0 || place === 0 ? 0 : state[hop - 1]! * (1 - staying)
      sum += state[hop] = (state[hop]! * chanceToStay(hop, hops) + advanced) * lattice[hop]![place]!
    }
    for (let hop = 0; hop < hops; hop++) state[hop]! /= sum
    onWord(state, sum)
  }
  return state
}

/** For each hop, how likely each word belongs to it: the forward-backward algorithm. */
function posterior(lattice: readonly Float64Array[], length: number): Float64Array[] {
  if (length < lattice.length) return lattice.map(() => new Float64Array(length))
  const ahead: Float64Array[] = []
  read(lattice, length, (state) => ahead.push(Float64Array.from(state)))
  const shares = lattice.map(() => new Float64Array(length))
  const hops = lattice.length
  let behind = new Float64Array(hops)
  behind[hops - 1] = 1
  for (let place = length - 1; place >= 0; place--) {
    const both = behind.map((each, hop) => each * ahead[place]![hop]!)
    const sum = both.reduce((total, each) => total + each, 0)
    for (let hop = 0; hop < hops; hop++) shares[hop]![place] = sum > 0 ? both[hop]! / sum : 0
    behind = before(behind, lattice, place)
  }
  return shares
}

/** How likely the rest is from each hop, one word earlier; scaled. */
function before(behind: Float64Array, lattice: readonly Float64Array[], place: number): Float64Array<ArrayBuffer> {
  const hops = lattice.length
  const after = behind.map((each, hop) => each * lattice[hop]![place]!)
  const earlier = after.map(
    (each, hop) => each * chanceToStay(hop, hops) + (hop + 1 < hops ? after[hop + 1]! * (1 - staying) : 0),
  )
  const sum = earlier.reduce((total, each) => total + each, 0) || 1
  return earlier.map((each) => each / sum)
}

const row = (table: Table, key: string) => {
  let found = table.get(key)
  if (!found) table.set(key, (found = new Map()))
  return found
}
const bump = (counts: Map<string, number>, key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)
const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, each) => sum + each, 0)
const totals = (table: Table) => new Map([...table].map(([key, counts]) => [key, total(counts)]))
