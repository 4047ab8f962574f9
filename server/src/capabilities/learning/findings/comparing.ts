/** Two articles held against each other: whether they ask the same, say the same, or contradict each other. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Finding, FindingSpot } from '@lingxi/contract/learning'
import type { Tokens } from '#platform/search'
import { cosine, type Likeness, type Meant } from '../likeness.ts'
import { type Clash, clashesBetween, likenessOf } from './contradictions.ts'
import { duplicateOf, shinglesOf } from './duplicates.ts'
import { createStatements, type StatedArticle } from './statements.ts'
import { clashesAcross } from './translations.ts'

/** What two texts are held against each other by. */
export type Stating = Pick<Article, 'id' | 'title' | 'alternatives' | 'language' | 'body' | 'products'>
export type Read<Of extends Stating = Article> = {
  article: Of
  stated: StatedArticle
  shingles: ReadonlySet<string>
  asks: { text: string; meant: Meant; words: ReadonlyMap<string, number> }[]
}

const mostRemembered = 1_000
const longestRemembered = 3_000

export function createComparing({ tokens, likeness }: { tokens: Tokens; likeness: Likeness }) {
  const statements = createStatements({ tokens })

  type Remembered = Omit<Read, 'article'>
  const remembered = new Map<string, Remembered>()

  const readAnew = (article: Stating): Remembered => ({
    stated: statements.of(article),
    shingles: shinglesOf(article.body, article.language),
    asks: [article.title, ...article.alternatives].map((text) => ({
      text,
      meant: likeness.meantBy(text),
      words: statements.wordsOf(text),
    })),
  })

  /** The same short texts are held against each other article after article, and question after question. */
  function read<Of extends Stating>(article: Of): Read<Of> {
    const { id, title, alternatives, language, body, products } = article
    const key = JSON.stringify([id, title, alternatives, language, body, products])
    const known = remembered.get(key) ?? readAnew(article)
    if (key.length <= longestRemembered && !remembered.has(key)) {
      // The oldest goes: a Map keeps the order in which its keys came.
      if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value!)
      remembered.set(key, known)
    }
    return { article, ...known }
  }

  /** The two wordings of their questions that are most alike, and how much. */
  function questionsOf(one: Read<Stating>, other: Read<Stating>) {
    let best = { likeness: 0, one: one.article.title, other: other.article.title }
    for (const mine of one.asks)
      for (const theirs of other.asks) {
        const alike = Math.max(cosine(mine.meant, theirs.meant), likenessOf(mine.words, theirs.words).likeness)
        if (alike > best.likeness) best = { likeness: alike, one: mine.text, other: theirs.text }
      }
    return best
  }

  /** Articles that hold at different times do not meet. */
  function meet(one: Article, other: Article): boolean {
    const from = (article: Article) => (article.validFrom === null ? -Infinity : Date.parse(article.validFrom))
    const until = (article: Article) => (article.validUntil === null ? Infinity : Date.parse(article.validUntil))
    return from(one) < until(other) && from(other) < until(one)
  }

  return {
    read,
    questionsOf,
    clashesBetween(one: Stating, other: Stating): Clash[] {
      const [mine, theirs] = [read(one), read(other)]
      return clashesBetween({ one: mine.stated, other: theirs.stated, asked: questionsOf(mine, theirs).likeness })
    },

    /** What is wrong between two articles: at most one contradiction and one duplicate, each with all its places. */
    compare(one: Read, other: Read): NewFinding[] {
      if (!meet(one.article, other.article)) return []
      if (one.article.language !== other.article.language) {
        const spots = clashesAcross(one, other)
        return spots.length === 0 ? [] : [{ kind: 'contradiction', severity: 'medium', spots, ...idsOf(one, other) }]
      }
      const question = questionsOf(one, other)
      const clashes = clashesBetween({ one: one.stated, other: other.stated, asked: question.likeness })
      const duplicate = duplicateOf(one, other, question)
      return [
        ...(clashes.length === 0 ? [] : [findingOf('contradiction', clashes, idsOf(one, other))]),
        ...(duplicate ? [findingOf('duplicate', [duplicate], idsOf(one, other))] : []),
      ]
    },
  }
}
export type Comparing = ReturnType<typeof createComparing>
export type NewFinding = Pick<Finding, 'kind' | 'severity' | 'spots'> & { articleIds: string[] }

const idsOf = (one: Read, other: Read) => ({ articleIds: [one.article.id, other.article.id].toSorted() })

function findingOf(
  kind: Finding['kind'],
  found: (FindingSpot & { strength: 'high' | 'medium' })[],
  about: { articleIds: string[] },
): NewFinding {
  const sure = found.some(({ strength }) => strength === 'high')
  const severity = kind === 'duplicate' ? (sure ? 'medium' : 'low') : sure ? 'high' : 'medium'
  const spots = found.map(({ strength: _strength, ...spot }) => inOrder(spot))
  return { kind, severity, spots, ...about }
}

/** The same whichever of the two was held against the other. */
const inOrder = (spot: FindingSpot): FindingSpot =>
  spot.other && spot.other.articleId < spot.one.articleId
    ? { ...spot, one: spot.other, other: spot.one, values: spot.values.toReversed() }
    : spot
