/**
 * What readers of the help centre look for: a search that found nothing, from which nobody opened anything, or after which
 * the article did not help, and what they write when they rate. Promises: of who asked nothing is kept, texts are without
 * personal data, a search that went well is forgotten within the hour.
 */
import type { Language } from '@lingxi/contract/message'
import { withoutPersonalData } from '../personal-data.ts'
import type { HelpQuestionsStore } from './help-questions-store.ts'

type Parts = { store: HelpQuestionsStore; now: () => string; newId: () => string }

/** A reader who has opened nothing after so long opens nothing more. */
const patience = 30 * 60_000
const longestQuestion = 300

export function createHelpQuestions({ store, now, newId }: Parts) {
  const masked = (text: string, language: Language) =>
    withoutPersonalData(text, language).trim().slice(0, longestQuestion).toWellFormed()

  return {
    /** Notes a search that showed `found` articles; resolves to its id, by which what follows is told. Nothing for a text without words. */
    async searched(tenantId: string, told: { text: string; language: Language; found: number }) {
      const question = masked(told.text, told.language)
      if (!/\p{L}/u.test(question)) return undefined
      const id = newId()
      const { language, found } = told
      const trouble = found === 0 ? 'nothing-found' : null
      await store.put(tenantId, { id, at: now(), language, question, article_id: null, trouble })
      return id
    },
    /** One of the articles that a search showed was opened. What is not known is ignored. */
    opened: (tenantId: string, id: string, articleId: string): Promise<void> =>
      store.markOpened(tenantId, id, articleId),
    /** The article that was opened from a search did not help. */
    unhelped: (tenantId: string, id: string): Promise<void> => store.markUnhelpful(tenantId, id),
    /** What a reader says is missing in an article; their last word counts, and an empty one takes it back. */
    async commented(
      tenantId: string,
      told: { articleId: string; rater: string; text: string; language: Language },
    ): Promise<void> {
      const { articleId: article_id, rater, language } = told
      const id = `comment ${article_id} ${rater}`
      const question = masked(told.text, language)
      if (!/\p{L}/u.test(question)) return store.remove(tenantId, id)
      await store.put(tenantId, { id, at: now(), language, question, article_id, trouble: 'comment' })
    },
    /** To be called before gaps are made: says how the searches ended, and forgets what need not be kept. */
    settle: (tenantId: string): Promise<void> =>
      store.settle(tenantId, { now: now(), before: new Date(Date.parse(now()) - patience).toISOString() }),
  }
}
