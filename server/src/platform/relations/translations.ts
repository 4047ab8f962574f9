/**
 * Which word answers for which: word translation probabilities between two wordings of one thing, learnt by
 * expectation and maximisation (Brown et al., "The Mathematics of Statistical Machine Translation", model 1, 1993; used
 * to find answers by Berger et al., "Bridging the Lexical Chasm", SIGIR 2000).
 */

/** Something was asked in the words `asked` and is known in the words `known`. */
export type WordPair = { asked: string[]; known: string[] }

const rounds = 6
const nothing = '\u0000'

/** By asked word: how likely each known word stands for it, the word itself left out; only what is likelier than by chance. */
export function learnTranslations(pairs: readonly WordPair[], least: number): Map<string, Map<string, number>> {
  const distinct = pairs.map(({ asked, known }) => ({
    asked: [...new Set(asked)],
    known: [...new Set(known), nothing],
  }))
  // Probabilities of an asked word given a known one: what is rare cannot explain everything.
  let given = new Map<string, Map<string, number>>()
  for (let round = 0; round < rounds; round++) given = expect(distinct, given, round === 0)
  const asked = countOf(distinct.flatMap((pair) => pair.asked))
  const table = new Map<string, Map<string, number>>()
  for (const [known, byAsked] of given) {
    if (known === nothing) continue
    for (const [word, probability] of byAsked) {
      const byChance = (asked.get(word) ?? 0) / distinct.length
      if (word === known || probability < least || probability < 1.5 * byChance || (asked.get(word) ?? 0) < 2) continue
      const ofWord = table.get(word) ?? new Map<string, number>()
      table.set(word, ofWord.set(known, probability))
    }
  }
  return table
}

function expect(pairs: readonly WordPair[], given: Map<string, Map<string, number>>, first: boolean) {
  const counted = new Map<string, Map<string, number>>()
  for (const { asked, known } of pairs)
    for (const word of asked) {
      const shares = known.map((other) => (first ? 1 : (given.get(other)?.get(word) ?? 0)))
      const sum = shares.reduce((total, share) => total + share, 0)
      if (sum === 0) continue
      known.forEach((other, place) => {
        const ofOther = counted.get(other) ?? new Map<string, number>()
        counted.set(other, ofOther.set(word, (ofOther.get(word) ?? 0) + shares[place]! / sum))
      })
    }
  for (const [, byAsked] of counted) {
    const total = byAsked.values().reduce((sum, count) => sum + count, 0)
    for (const [word, count] of byAsked) byAsked.set(word, count / total)
  }
  return counted
}

function countOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
