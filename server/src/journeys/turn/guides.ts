/** A rule or a process of the knowledge leads the customer: begun by the question that found it, then reply by reply. */
import type { Reader } from '@lingxi/contract/audience'
import type { Why } from '@lingxi/contract/conversation'
import type { GuideProgress } from '@lingxi/contract/guide'
import { writeGuide } from '@lingxi/contract/guide-text'
import type { Article } from '@lingxi/contract/knowledge'
import type { Citation, Language, QuickReply } from '@lingxi/contract/message'
import { continueGuide, type Guided, resumeReply, startGuide } from '#guidance'
import type { Knowledge } from '#knowledge'

type Parts = { knowledge: Pick<Knowledge, 'getPublished'> }
type Begun = { articleId: string; question: string; language: Language; reader: Reader }
type Followed = { progress: GuideProgress | null; said: string; language: Language; reader: Reader }
type Said = { text: string; quickReplies: QuickReply[]; citations: Citation[] }
/** `other`: the reply is another matter; `resume` leads back. `gone`: the guide is not what it was when it began. */
type Led =
  | { kind: 'says'; said: Said; why: Partial<Why> }
  | { kind: 'hands-over' }
  | { kind: 'other'; resume: QuickReply }
  | { kind: 'gone' }
export type Guides = ReturnType<typeof createGuides>

export function createGuides({ knowledge }: Parts) {
  function lead(article: Article, language: Language, guided: Guided): Led {
    if (guided.kind === 'hands-over') return guided
    if (guided.kind === 'other') return { kind: 'other', resume: resumeReply(language) }
    const { text, quickReplies, answer, progress } = guided
    return {
      kind: 'says',
      said: { text, quickReplies, citations: answer === null ? [] : cite(article, answer) },
      why: { guide: progress },
    }
  }

  return {
    async begin(tenantId: string, { articleId, question, language, reader }: Begun): Promise<Led> {
      const article = await knowledge.getPublished(tenantId, articleId, { reader })
      if (!article?.guide) return { kind: 'gone' }
      const guiding = { guide: article.guide, articleId, version: article.version, language }
      return lead(article, language, startGuide(guiding, question))
    },

    async follow(tenantId: string, { progress, said, language, reader }: Followed): Promise<Led> {
      if (!progress) return { kind: 'gone' }
      const { articleId, version } = progress
      const article = await knowledge.getPublished(tenantId, articleId, { reader })
      // Steps and rows are known by their place: a changed guide is begun anew by asking again.
      if (!article?.guide || article.version !== version) return { kind: 'gone' }
      return lead(
        article,
        language,
        continueGuide({ guide: article.guide, articleId, version, language }, progress, said),
      )
    },
  }
}

/** The very words of the article that this answer or step is written in. */
function cite({ id, title, body, guide, language }: Article, answer: number): Citation[] {
  const span = guide && writeGuide(guide, language).answers[answer]
  return span ? [{ articleId: id, title, ...span, quote: body.slice(span.start, span.end) }] : []
}
