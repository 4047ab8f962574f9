/**
 * Two sources that answer the same and say different things: both are said, with what each says and when it was written,
 * the newer one first. They are found by what finds contradictions between articles; what only one of a pair may say to
 * this reader is not weighed, since the other was never found.
 */
import type { Reader } from '@lingxi/contract/audience'
import type { Difference } from '@lingxi/contract/conversation'
import type { Citation, Language } from '@lingxi/contract/message'
import type { FoundPassage, Knowledge } from '#knowledge'
import type { Learning } from '#learning'

type Parts = {
  knowledge: Pick<Knowledge, 'getPublished'>
  clashesBetween: Learning['findings']['clashesBetween']
}
type Asked = {
  found: FoundPassage[]
  citations: Citation[]
  language: Language
  reader: Reader
  channel?: string | undefined
}
export type Differing = { text: string; citations: Citation[]; difference: Difference }
export type FindDifference = (tenantId: string, asked: Asked, text: string) => Promise<Differing | undefined>

type Published = NonNullable<Awaited<ReturnType<Knowledge['getPublished']>>>
type Source = { article: Published; citation: Citation; since: string }
type Span = { start: number; end: number }

/** What scores less than this share of what answers does not answer the same. */
const leastShare = 0.5
const mostRivals = 3

export function createFindDifference({ knowledge, clashesBetween }: Parts): FindDifference {
  /** `text`: the answer as it would be said; "" where two fit alike, so that none was taken. */
  return async function findDifference(tenantId, { found, citations, language, ...asker }, text) {
    const own = found.filter((passage) => passage.language === language && passage.articleKind === 'fact')
    const base = own.find((passage) => citations.length === 0 || citations.some((each) => overlaps(each, passage)))
    if (!base) return undefined
    const rivals = own.filter(
      ({ articleId, score }) => articleId !== base.articleId && score >= leastShare * base.score,
    )
    for (const rival of distinct(rivals).slice(0, mostRivals)) {
      // Looked for in the passages first: that takes no reading, and hardly ever finds one.
      if (clashesBetween(asText(base), asText(rival)).length === 0) continue
      const [one, other] = await Promise.all(
        [base, rival].map(({ articleId }) => knowledge.getPublished(tenantId, articleId, asker)),
      )
      const differing = one && other && tellApart({ one, other, text, language }, [base, rival])
      if (differing) return differing
    }
    return undefined
  }

  function tellApart(
    { one, other, text, language }: { one: Published; other: Published; text: string; language: Language },
    [base, rival]: [Span, Span],
  ): Differing | undefined {
    const clash = clashesBetween(one, other).find(
      (each) => each.other && isWithin(each.one, base) && isWithin(each.other, rival),
    )
    if (!clash?.other) return undefined
    const sources = [sourceOf(one, clash.one), sourceOf(other, clash.other)]
    const [newer, older] = sources.toSorted((a, b) => b.since.localeCompare(a.since)) as [Source, Source]
    const isDated = newer.since.slice(0, 10) !== older.since.slice(0, 10)
    return {
      text: say[language]({ newer, older, isDated, answer: newer.article.id === one.id ? text : '' }),
      citations: [newer.citation, older.citation],
      difference: {
        reason: clash.reason,
        values: clash.values,
        articleIds: [newer.article.id, older.article.id],
        newer: isDated ? newer.article.id : null,
      },
    }
  }
}

const overlaps = ({ articleId, start, end }: Citation, passage: FoundPassage) =>
  passage.articleId === articleId && start < passage.end && passage.start < end
const isWithin = (spot: Span, { start, end }: Span) => spot.start < end && start < spot.end
const distinct = (passages: FoundPassage[]) =>
  [...new Map(passages.toReversed().map((each) => [each.articleId, each])).values()].toReversed()

/** A passage as if it were all of its article. */
const asText = ({ articleId, title, alternatives, language, text }: FoundPassage) => ({
  id: articleId,
  title,
  alternatives,
  language,
  body: text,
  products: [],
})

/** What holds since a later day is newer, whenever it was last touched. */
function sourceOf(article: Published, { start, end }: Span): Source {
  const { id: articleId, title, body, variant } = article
  const citation = { articleId, title, start, end, quote: body.slice(start, end), ...(variant && { variant }) }
  return { article, citation, since: article.validFrom ?? article.updatedAt }
}

type Said = { newer: Source; older: Source; isDated: boolean; answer: string }
const quoteOf = ({ citation }: Source) => citation.quote.replace(/\s+/g, ' ').trim()
const day = ({ since }: Source) => since.slice(0, 10)

const say: Record<Language, (said: Said) => string> = {
  zh({ newer, older, isDated, answer }) {
    if (!isDated)
      return `资料里对此有两种说法：\n\n- 《${newer.citation.title}》：${quoteOf(newer)}\n- 《${older.citation.title}》：${quoteOf(older)}\n\n两处不一致，我没法判断以哪一处为准，可以请同事确认。`
    const first = answer || `${quoteOf(newer)}（《${newer.citation.title}》，${day(newer)}）`
    return `${first}\n\n另一处较早的资料说法不同：《${older.citation.title}》（${day(older)}）写的是“${quoteOf(older)}”。请以较新的为准，需要的话可以请同事确认。`
  },
  en({ newer, older, isDated, answer }) {
    if (!isDated)
      return `Two of our texts differ on this:\n\n- ${newer.citation.title}: ${quoteOf(newer)}\n- ${older.citation.title}: ${quoteOf(older)}\n\nI can't tell which of them holds; a colleague can check.`
    const first = answer || `${quoteOf(newer)} (${newer.citation.title}, ${day(newer)})`
    return `${first}\n\nAn older text says otherwise: ${older.citation.title} (${day(older)}) has “${quoteOf(older)}”. Please go by the newer one; a colleague can check if you like.`
  },
}
