/**
 * Findings: what is wrong with an article or between two. A matter has one row for ever, so nothing is reported twice;
 * it is solved by itself when its cause is gone, and what a person ignores stays ignored until it says something else.
 */
import { createHash } from 'node:crypto'
import type { Article } from '@lingxi/contract/knowledge'
import type { FindingKind, FindingSpot } from '@lingxi/contract/learning'
import { Problem } from '@lingxi/contract/problem'
import { conceptOf, otherLanguageOf } from '../concepts.ts'
import type { Comparing, NewFinding } from './comparing.ts'
import type { createFindingsStore, FindingFilter, FindingRow } from './findings-store.ts'
import { anchorsOf, linksOf } from './links.ts'
import { outgrownIn, type Product } from './outgrown.ts'

type Parts = {
  store: ReturnType<typeof createFindingsStore>
  comparing: Comparing
  tokens: { words(text: string): string[] }
  now: () => string
  newId: () => string
}
/** What an article is held against. */
export type Surroundings = {
  others: Article[]
  products: Product[]
  /** Whether an article that is linked to can be read by who reads this one. */
  exists: (articleId: string) => boolean
  /** External addresses that are known to lead nowhere. */
  brokenLinks: ReadonlySet<string>
  sourceChanged: string | null
}

const examined: FindingKind[] = ['contradiction', 'duplicate', 'broken-link', 'outgrown', 'expired']
const mostSought = 12

export function createFindings({ store, comparing, tokens, now, newId }: Parts) {
  function linkSpots(article: Article, { exists, brokenLinks }: Surroundings): FindingSpot[] {
    const anchors = anchorsOf(article.body)
    const isBroken = {
      external: (target: string) => brokenLinks.has(target),
      article: (target: string) => !exists(target),
      anchor: (target: string) => !anchors.has(target),
    }
    return linksOf(article.body)
      .filter(({ kind, target }) => isBroken[kind](target))
      .map(({ kind, target, start, end }) => ({
        reason: `broken-${kind}`,
        one: { articleId: article.id, field: 'body' as const, start, end, quote: article.body.slice(start, end) },
        other: null,
        values: [target],
        likeness: null,
      }))
  }

  function alone(article: Article, around: Surroundings): NewFinding[] {
    const title = {
      articleId: article.id,
      field: 'title' as const,
      start: 0,
      end: article.title.length,
      quote: article.title,
    }
    const simple = (reason: string, value: string): FindingSpot => ({
      reason,
      one: title,
      other: null,
      values: [value],
      likeness: null,
    })
    const outgrown = outgrownIn(article, around.products)
    if (around.sourceChanged !== null) outgrown.push(simple('source-changed', around.sourceChanged))
    const ended =
      article.validUntil !== null && article.validUntil <= now() ? [simple('validity-passed', article.validUntil)] : []
    const of = (kind: FindingKind, severity: NewFinding['severity'], spots: FindingSpot[]): NewFinding[] =>
      spots.length === 0 ? [] : [{ kind, severity, spots, articleIds: [article.id] }]
    return [
      ...of('broken-link', 'medium', linkSpots(article, around)),
      ...of('outgrown', 'high', outgrown),
      ...of('expired', 'low', ended),
    ]
  }

  return {
    /** What to search for to find the articles that an article has to be held against: in its own language, and in the other. */
    soughtBy(article: Article): { own: string[]; other: string | undefined } {
      const { stated } = comparing.read(article)
      const telling = stated.statements.filter(({ quantities, negated }) => quantities.length > 0 || negated)
      const sentences = new Set(telling.map(({ start, end }) => article.body.slice(start, end)))
      const own = [[article.title, ...article.alternatives.slice(0, 3)].join(' '), ...sentences].slice(0, mostSought)
      const words = tokens.words([article.title, ...article.alternatives].join(' ')).map(conceptOf)
      const other = [...new Set(words.flatMap((concept) => otherLanguageOf(concept, article.language)))].join(' ')
      return { own: own.map((text) => text.slice(0, 300)), other: other || undefined }
    },

    /** Writes down all that is wrong with an article as it is now; one that is not published has nothing wrong with it. */
    async examine(
      tenantId: string,
      article: Article,
      around: Surroundings,
    ): Promise<{ opened: number; solved: number }> {
      const mine = comparing.read(article)
      const between = around.others.flatMap((other) => comparing.compare(mine, comparing.read(other)))
      const all = article.status === 'published' ? [...between, ...alone(article, around)] : []
      const found = all.map((each) => ({ ...each, key: keyOf(each), fingerprint: fingerprintOf(each) }))
      return store.replace(tenantId, { articleId: article.id, kinds: examined, found, at: now(), newId })
    },

    /** An article that is gone has nothing wrong with it any more. */
    forget: (tenantId: string, articleId: string) =>
      store.replace(tenantId, { articleId, kinds: examined, found: [], at: now(), newId }),

    /** Where two texts in one language say different things of the same. Pure. */
    clashesBetween: comparing.clashesBetween,

    find: (tenantId: string, id: string): Promise<FindingRow | undefined> => store.find(tenantId, id),
    list: (tenantId: string, filter: FindingFilter) => store.list(tenantId, filter),
    countsOpen: store.countsOpen,
    openOf: store.openOf,
    articlesOfUnsolved: store.articlesOfUnsolved,

    /** Throws `not-found` when there is no such open finding. */
    async ignore(tenantId: string, id: string, { by, why }: { by: string; why: string }): Promise<FindingRow> {
      const row = await store.decide(tenantId, id, { from: 'open', to: 'ignored', by, why, at: now() })
      if (!row) throw new Problem('not-found')
      return row
    },
    /** Throws `not-found` when there is no such ignored finding. */
    async reopen(tenantId: string, id: string): Promise<FindingRow> {
      const row = await store.decide(tenantId, id, { from: 'ignored', to: 'open', by: null, why: null, at: now() })
      if (!row) throw new Problem('not-found')
      return row
    },
  }
}

const keyOf = ({ kind, articleIds }: NewFinding) => `${kind}:${articleIds.join('+')}`

/** What the quoted places say: when they say something else, it is worth another look. */
function fingerprintOf({ spots }: NewFinding): string {
  const said = spots.map(({ one, other, values }) => [one.quote, other?.quote ?? '', ...values].join('\u0000'))
  return createHash('sha256').update(said.toSorted().join('\u0001')).digest('hex').slice(0, 32)
}
