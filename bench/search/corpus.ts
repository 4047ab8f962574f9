/**
 * A made-up knowledge base of any size: 68 % Chinese, 32 % English, about 40 of our tokens a passage, words Zipf-distributed.
 * Chinese words are those of the dictionary that the tokens use, ranked by frequency; English ones are built from
 * syllables. Words follow each other as they do in language, each liking some successors, so that pairs of characters
 * repeat. Every document follows from its number and the seed alone.
 */
import { dict } from '@node-rs/jieba/dict.js'
import type { SearchDocument, SearchQuery } from '../../server/src/platform/search/search.ts'
import { type Chance, createChance } from '../chance.ts'

const chineseShare = 0.68
/** How often a word is followed by one that it likes. */
const liking = 0.88
const likedWords = 4
export const dimensions = 256
const topics = 2_000
const day = 86_400_000
export const now = Date.UTC(2026, 10, 25)

type Vocabulary = { words: string[]; cumulated: Float64Array }
export type Corpus = ReturnType<typeof createCorpus>

export function createCorpus(seed: number) {
  const vocabularies = { zh: chineseVocabulary(), en: englishVocabulary(seed) }
  const centres = Array.from({ length: topics }, (_, topic) => randomVector(createChance(seed * 31 + topic)))

  function words(language: 'zh' | 'en', count: number, chance: Chance): string[] {
    const vocabulary = vocabularies[language]
    const said: string[] = []
    let before = drawn(vocabulary, chance.between(0, 1))
    for (let place = 0; place < count; place++) {
      said.push(vocabulary.words[before]!)
      const liked = chance.happens(liking)
      const next = liked
        ? hashed(before, Math.floor(chance.between(0, likedWords) ** 1.5 / likedWords ** 0.5))
        : chance.between(0, 1)
      before = drawn(vocabulary, next)
    }
    return said
  }

  const joined = (language: 'zh' | 'en', said: string[]) => (language === 'zh' ? said.join('') : said.join(' '))
  const text = (language: 'zh' | 'en', [least, most]: [number, number], chance: Chance) =>
    joined(language, words(language, Math.round(chance.between(least, most)), chance))

  return {
    words,

    /** `version` other than 0 is the same document, changed. */
    document(number: number, version = 0): SearchDocument {
      const chance = createChance(seed + number * 7919 + version * 104_729)
      const language = chance.happens(chineseShare) ? 'zh' : 'en'
      const body = language === 'zh' ? [5, 28] : [12, 48]
      return {
        id: `art_${number.toString(36).padStart(12, '0')}#${number % 3}`,
        title: text(language, [2, 4], chance),
        heading: chance.happens(0.6) ? text(language, [1, 2], chance) : '',
        body: text(language, body as [number, number], chance),
        language,
        readers: readersOf(chance),
        labels: labelsOf(chance),
        from: chance.happens(0.1) ? now + chance.between(-300, 60) * day : null,
        until: chance.happens(0.1) ? now + chance.between(-60, 300) * day : null,
      }
    },

    /** Where the meaning of a document lies: near the centre of a topic. Unit length. */
    vector(number: number): Float32Array {
      const chance = createChance(seed + number * 6_271 + 17)
      return near(centres[Math.floor(chance.between(0, 1) ** 2 * topics)]!, 1.1, chance)
    },
    /** A question's vector: near that of the document it asks about. */
    vectorAbout(number: number, chance: Chance): Float32Array {
      return near(this.vector(number), 0.8, chance)
    },
  }
}

/** What a signed-in customer may find now; one in ten asks within a category as well. */
export function filterOf(chance: Chance): Omit<SearchQuery, 'text' | 'limit'> {
  const labels = chance.happens(0.1) ? [`category:${Math.floor(chance.between(0, 1) ** 2 * 50)}`] : []
  return { readers: ['public', 'customers'], at: now, labels }
}

function readersOf(chance: Chance): string[] {
  const drawn = chance.between(0, 1)
  if (drawn < 0.75) return ['public']
  if (drawn < 0.88) return ['customers']
  if (drawn < 0.94) return ['tier:gold', 'staff:all']
  return [`staff:${Math.floor(chance.between(0, 30))}`]
}

function labelsOf(chance: Chance): string[] {
  const category = `category:${Math.floor(chance.between(0, 1) ** 2 * 50)}`
  return chance.happens(0.3) ? [category, `product:${Math.floor(chance.between(0, 20_000))}`] : [category]
}

/** A number from 0 to 1 that a word and a choice always give again. */
function hashed(word: number, choice: number): number {
  return createChance(word * 131 + choice * 7 + 3).between(0, 1)
}

function chineseVocabulary(): Vocabulary {
  const lines = new TextDecoder().decode(dict).split('\n')
  const counted = lines.map((line) => line.split(' ')).filter(([word]) => /^\p{Script=Han}{1,4}$/u.test(word ?? ''))
  counted.sort(([, one], [, other]) => Number(other) - Number(one))
  return zipf(counted.map(([word]) => word!).slice(0, 200_000))
}

function englishVocabulary(seed: number): Vocabulary {
  const chance = createChance(seed)
  const starts = 'b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sh sl sp st tr'.split(' ')
  const middles = 'a e i o u ai ea ee ou'.split(' ')
  const ends = 'b ck d g l m n nd nt p r rd rk s st t x th'.split(' ')
  const found = new Set<string>()
  while (found.size < 100_000) {
    const syllables = found.size < 400 ? 1 : Math.round(chance.between(1.6, 3.4))
    let word = ''
    for (let place = 0; place < syllables; place++) word += chance.pick(starts) + chance.pick(middles)
    found.add(word + chance.pick(ends))
  }
  return zipf([...found])
}

function zipf(words: string[]): Vocabulary {
  const cumulated = new Float64Array(words.length)
  let sum = 0
  for (let rank = 0; rank < words.length; rank++) cumulated[rank] = sum += 1 / (rank + 2.7)
  return { words, cumulated: cumulated.map((value) => value / sum) }
}

/** The word that a number from 0 to 1 falls on. */
function drawn({ cumulated }: Vocabulary, value: number): number {
  let low = 0
  let high = cumulated.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (cumulated[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function randomVector(chance: Chance): Float32Array {
  const vector = new Float32Array(dimensions)
  for (let place = 0; place < dimensions; place++) {
    let sum = 0
    for (let times = 0; times < 3; times++) sum += chance.between(-1, 1)
    vector[place] = sum
  }
  return unit(vector)
}

function near(centre: Float32Array, distance: number, chance: Chance): Float32Array {
  const away = randomVector(chance)
  return unit(centre.map((value, place) => value + distance * away[place]!))
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}
