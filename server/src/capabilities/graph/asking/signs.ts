/** What speaks for and against a candidate: the signs that the ranking weighs. Each is the same for every graph. */
import { type Alignment, forward } from './alignment.ts'
import { inverseMark } from './entity-graph.ts'
import type { Mention } from './mentions.ts'
import type { Prior } from './prior.ts'
import { keyOf, relationWords, stemOf, type Unit } from './units.ts'

const ofMention = [
  ...(['length', 'share', 'rareness', 'rarest', 'exact', 'partial', 'likeness', 'fuzzy'] as const),
  ...(['qualified', 'qualifier', 'qualifierMissing', 'inside'] as const),
] as const
const ofWay = [
  ...(['words', 'wordsEach', 'prior', 'chain', 'named', 'namedLeast', 'explained'] as const),
  ...(['two', 'three', 'inverse', 'repeats', 'unseen', 'ends', 'returns', 'answerSaid'] as const),
] as const
export const signNames = [...ofMention, ...ofWay] as const
export type SignName = (typeof signNames)[number]

export type Asked = { text: string; units: Unit[]; stems: string[] }
export const readQuestion = (text: string, units: Unit[]): Asked => ({
  text,
  units,
  stems: units.map((unit) => stemOf(unit.text)),
})

/** The words around a mention, outwards from it: those behind it, then those before it from right to left. */
export function outward({ stems }: Asked, { from, to }: { from: number; to: number }): string[] {
  return [...stems.slice(to), ...stems.slice(0, from).reverse()]
}

/** `covered`: the share of the telling words around the name that some hop asks for; `leastAsked`: how much the hop that is asked for least is asked for. */
export type Grounds = { covered: number; leastAsked: number }

type Known = { alignment: Alignment; prior: Prior }
/** A relation as it is asked for: how much each word speaks for it, and the share of its name that was said. */
type AskedRelation = { ratios: Float64Array; named: number; seen: boolean; inverse: boolean }
/** A word that is this many times as likely because of a hop is explained by it. */
const explains = 2

/** What is the same for all ways from one mention. */
export function createMentionSigns(asked: Asked, mention: Mention, { alignment, prior }: Known) {
  const words = outward(asked, mention)
  const present = new Set(words)
  const fixed = mentionSigns(asked, mention, { words: present, alignment })
  const relations = new Map<string, AskedRelation>()

  function read(relation: string): AskedRelation {
    const known = relations.get(relation)
    if (known) return known
    const inverse = relation.startsWith(inverseMark)
    const plain = inverse ? relation.slice(inverseMark.length) : relation
    const { own } = relationWords(plain)
    const named = own.filter((word) => present.has(word)).length / Math.max(1, own.length)
    const found = { ratios: alignment.ratios(words, plain), named, seen: alignment.seen(plain) > 0, inverse }
    relations.set(relation, found)
    return found
  }

  return {
    /** How much a hop of this relation is asked for by the word that asks for it most. */
    promise(relation: string): number {
      const { ratios, inverse } = read(relation)
      let most = 0
      for (const ratio of ratios) if (ratio > most) most = ratio
      return Math.log(1 + most) - (inverse ? 0.5 : 0)
    },

    /** The signs in the order of `signNames`. */
    signsOf(way: readonly string[], ends: { size: number; said: boolean; returns: boolean }): Float64Array {
      const hops = way.map(read)
      const lattice = hops.map(({ ratios }) => ratios)
      const log = forward(lattice, words.length)
      const each = Math.max(1, words.length)
      const signs = new Float64Array(signNames.length)
      signs.set(fixed)
      // In the order of `ofWay`.
      // biome-ignore format: one row for each row of names
      signs.set([
        log / 4, log / each, prior.way(way) / 4, prior.chain(way) / 4, meanOf(hops), leastOf(hops), explained(lattice, words.length) / each,
        flag(way.length === 2), flag(way.length === 3), hops.filter(({ inverse }) => inverse).length,
        flag(new Set(way).size < way.length), flag(hops.some(({ seen }) => !seen)), Math.log(ends.size), flag(ends.returns), flag(ends.said),
      ], ofMention.length)
      return signs
    },

    /** How well the question is accounted for by this way. */
    groundsOf(way: readonly string[]): Grounds {
      const lattice = way.map((relation) => read(relation).ratios)
      let telling = 0
      let covered = 0
      for (const [place, word] of words.entries()) {
        if (alignment.rareness(word) < alignment.telling) continue
        telling++
        if (lattice.some((ratios) => ratios[place]! > explains)) covered++
      }
      return {
        covered: telling === 0 ? 1 : covered / telling,
        leastAsked: lattice.reduce((least, ratios) => Math.min(least, Math.max(0, ...ratios)), Infinity),
      }
    },

    /** What only learning weighs: this way, and each word beside each relation of it. */
    detailsOf(way: readonly string[]): string[] {
      const details = [`=${way.join('>')}`]
      for (const [hop, relation] of way.entries())
        for (const word of present) details.push(`${hop}/${way.length}${relation} ${word}`)
      return details
    },
  }
}

type Around = { words: ReadonlySet<string>; alignment: Alignment }

/** In the order of `ofMention`. */
function mentionSigns({ units, stems }: Asked, mention: Mention, { words, alignment }: Around): number[] {
  const length = mention.to - mention.from
  const rareness = stems.slice(mention.from, mention.to).map((word) => alignment.rareness(word))
  const qualifier = mention.qualifier === '' ? [] : keyOf(mention.qualifier).split(' ').map(stemOf)
  const held = qualifier.filter((word) => words.has(word)).length / Math.max(1, qualifier.length)
  // biome-ignore format: one row for each row of names
  return [
    Math.min(12, length) / 4, length / units.length, rareness.reduce((sum, each) => sum + each, 0) / 20, Math.max(0, ...rareness) / 5,
    flag(mention.exact), flag(!mention.full), mention.likeness, flag(mention.likeness < 1),
    flag(qualifier.length > 0), held, flag(qualifier.length > 0 && held === 0), flag(mention.inside),
  ]
}

const flag = (holds: boolean) => (holds ? 1 : 0)

const meanOf = (hops: readonly AskedRelation[]) => hops.reduce((sum, { named }) => sum + named, 0) / hops.length
const leastOf = (hops: readonly AskedRelation[]) => hops.reduce((least, { named }) => Math.min(least, named), 1)

function explained(lattice: readonly Float64Array[], length: number): number {
  let count = 0
  for (let place = 0; place < length; place++) if (lattice.some((ratios) => ratios[place]! > explains)) count++
  return count
}
