/**
 * Questions that may come next: stored ones that were found beside those that answered. They come from what the reader may
 * read, since nothing else was found, and cost no second search.
 */
import type { Citation, Language } from '@lingxi/contract/message'
import type { FoundPassage } from '#knowledge'

type Found = Pick<FoundPassage, 'articleId' | 'title' | 'kind' | 'language' | 'score'>

const most = 3
/** What scores less than this share of the best has little to do with it. */
const leastShare = 0.25
const longest = 80

/** In the asker's language; in the other only where there is none in that. */
export function relatedTo(found: readonly Found[], citations: readonly Citation[], language: Language): string[] {
  const answered = new Set(citations.flatMap(({ articleId, title }) => [articleId, title]))
  const best = Math.max(...found.map(({ score }) => score), 0)
  const near = found.filter(
    ({ articleId, title, kind, score }) =>
      kind === 'question' &&
      score >= leastShare * best &&
      title.length <= longest &&
      !answered.has(articleId) &&
      !answered.has(title),
  )
  const own = near.filter((passage) => passage.language === language)
  return [...new Set((own.length > 0 ? own : near).map(({ title }) => title))].slice(0, most)
}
