/**
 * Articles with several texts of one matter, inside the index. Each text's passages bear the marks of its readers together
 * with which text of which scheme it is, a scheme being the conditions of all texts of an article; and who asks bears, for
 * each scheme in use, the marks of the one text that is theirs now. So the index finds no other, whichever engine it is.
 */
import { createHash } from 'node:crypto'
import type { Article } from '@lingxi/contract/knowledge'
import { chooseVariant, nameVariant, type Situation } from '@lingxi/contract/variant'
import { type Passage, passagesOf } from './passages.ts'

type Scheme = { when: { when: Article['variants'][number]['when'] }[]; articles: number }
/** Which text of an article a passage is of: `place` is null for the article's own. */
export type WhichText = { scheme: string; place: number | null }
export type CutPassage = { passage: Passage; which: WhichText | undefined }

/** A rule and a process have one text: it is written from their rows and steps. */
const variantsOf = ({ kind, variants }: Article) => (kind === 'fact' ? variants : [])

function schemeOf(article: Article): string | undefined {
  const conditions = variantsOf(article).map(({ when }) => when)
  if (conditions.length === 0) return undefined
  return createHash('sha256')
    .update(JSON.stringify(conditions.map(ordered)))
    .digest('hex')
    .slice(0, 16)
}
const ordered = ({ channels, tiers, regions, from, until }: Scheme['when'][number]['when']) => [
  channels,
  tiers,
  regions,
  from,
  until,
]

/** The passages of all texts of an article; offsets are those of the text that each is of. */
export function cutTexts(article: Article): CutPassage[] {
  const scheme = schemeOf(article)
  const own = passagesOf(article)
  if (scheme === undefined) return own.map((passage) => ({ passage, which: undefined }))
  const variants = variantsOf(article)
  return [
    ...own.map((passage) => ({ passage, which: { scheme, place: null } })),
    ...variants.flatMap(({ body }, place) =>
      passagesOf({ ...article, body }).map((passage, number) => ({
        passage: { ...passage, id: `${article.id}#v${place}.${number}`, variant: nameVariant(variants, place) },
        which: { scheme, place },
      })),
    ),
  ]
}

/** The article with the one text that is for this situation, and no other; `variant` says which that is. */
export function textFor(article: Article, situation: Situation) {
  const variants = variantsOf(article)
  const place = chooseVariant(variants, situation)
  const one = { ...article, variants: [] }
  return place === undefined
    ? { ...one, variant: undefined }
    : { ...one, body: variants[place]!.body, variant: nameVariant(variants, place) }
}

const markOf = (mark: string, { scheme, place }: WhichText) => `${mark} ${scheme}/${place ?? 'own'}`
export const marksOfText = (marks: string[], which: WhichText | undefined) =>
  which ? marks.map((mark) => markOf(mark, which)) : marks

/** The schemes in use among the articles of one company. */
export function createSchemes() {
  const all = new Map<string, Scheme>()

  const chosenIn = (scheme: string, situation: Situation): WhichText => ({
    scheme,
    place: chooseVariant(all.get(scheme)?.when ?? [], situation) ?? null,
  })

  return {
    /** Gives the article's scheme, where it has other texts than its own. */
    add(article: Article): string | undefined {
      const scheme = schemeOf(article)
      if (scheme === undefined) return undefined
      const known = all.get(scheme) ?? { when: variantsOf(article).map(({ when }) => ({ when })), articles: 0 }
      all.set(scheme, { ...known, articles: known.articles + 1 })
      return scheme
    },
    remove(scheme: string | undefined): void {
      const known = scheme === undefined ? undefined : all.get(scheme)
      if (!known) return
      known.articles -= 1
      if (known.articles === 0) all.delete(scheme!)
    },

    /** The marks that a reader bears in this situation; without one, those of every text. */
    marksIn(marks: readonly string[], situation: Situation | undefined): readonly string[] {
      if (all.size === 0) return marks
      const theirs = [...all].flatMap(([scheme, { when }]): WhichText[] => {
        if (situation) return [chosenIn(scheme, situation)]
        return [null, ...when.keys()].map((place) => ({ scheme, place }))
      })
      return [...marks, ...theirs.flatMap((which) => marks.map((mark) => markOf(mark, which)))]
    },

    /** Whether this is the text that is for the situation: for those who bear no marks, because nothing is kept from them. */
    isFor(which: WhichText | undefined, situation: Situation | undefined): boolean {
      if (!which || !situation) return true
      return chosenIn(which.scheme, situation).place === which.place
    },
  }
}
export type Schemes = ReturnType<typeof createSchemes>
