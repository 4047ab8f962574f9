/** Articles in a line, and the finder over them. */
import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { likeness, tokens } from '../learning.testing.ts'
import { createComparing } from './comparing.ts'

export const finder = createComparing({ tokens, likeness })

/** `question | answer`. */
export function anArticle(line: string, language: Language, more: Partial<Article> & { id: string }): Article {
  const [title = '', body = ''] = line.split(/\s\|\s/)
  const at = '2026-01-05T08:00:00.000Z'
  const draft = ArticleDraft.parse({ title, body: body.replaceAll('\\n', '\n'), language, status: 'published' })
  return {
    ...draft,
    version: 1,
    source: null,
    origin: null,
    proposal: null,
    updatedBy: null,
    createdAt: at,
    updatedAt: at,
    ...more,
  }
}
