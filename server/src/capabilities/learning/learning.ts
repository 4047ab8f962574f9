/**
 * Learning: how answers turned out, and what that says of the knowledge. Promises: each question of a conversation counts
 * once however often it is read; every text it keeps is without personal data; nothing that customers can read is
 * changed by it but through a journey, which writes down what was done and why.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { LearningSettings } from '@lingxi/contract/learning'
import type { Language } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Tokens } from '#platform/search'
import { createFeedback } from './feedback/feedback.ts'
import {
  type ArticleUse,
  type Conversed,
  createFeedbackStore,
  type Place,
  type ServedRow,
} from './feedback/feedback-store.ts'
import { createComparing } from './findings/comparing.ts'
import { createFindings } from './findings/findings.ts'
import { createFindingsStore } from './findings/findings-store.ts'
import { createLinkStore, type LinkOutcome } from './findings/link-store.ts'
import { linksOf } from './findings/links.ts'
import { createGaps } from './gaps/gaps.ts'
import { createGapsStore } from './gaps/gaps-store.ts'
import { createHelpQuestions } from './help-centre/help-questions.ts'
import { createHelpQuestionsStore } from './help-centre/help-questions-store.ts'
import { createLikeness } from './likeness.ts'
import { createQuality } from './quality/quality.ts'
import { createQualityStore } from './quality/quality-store.ts'
import { createSettingsStore } from './settings-store.ts'

export { learningTables } from './learning-tables.ts'
export type { ArticleUse, Place } from './feedback/feedback-store.ts'
export type { FindingFilter, FindingRow } from './findings/findings-store.ts'
export type { Product } from './findings/outgrown.ts'
export type Learning = ReturnType<typeof createLearning>

export type ServedAnswer = { question: string; language: Language; articleId: string; value: number }
type Parts = { database: Database; clock: Clock; ids: Ids; tokens: Tokens }

export function createLearning({ database, clock, ids, tokens }: Parts) {
  const likeness = createLikeness({ tokens })
  const feedbackStore = createFeedbackStore(database)
  const feedback = createFeedback({ store: feedbackStore, likeness })
  const settings = createSettingsStore(database)
  const links = createLinkStore(database)
  const quality = createQuality({
    store: createQualityStore(database),
    now: () => isoInstant(clock),
    newId: () => ids.next('act'),
  })
  const helpCentre = createHelpQuestions({
    store: createHelpQuestionsStore(database),
    now: () => isoInstant(clock),
    newId: () => ids.next('hlp'),
  })
  const gaps = createGaps({
    store: createGapsStore(database),
    likeness,
    now: () => isoInstant(clock),
    newId: () => ids.next('gap'),
    settle: helpCentre.settle,
  })
  const findings = createFindings({
    store: createFindingsStore(database),
    comparing: createComparing({ tokens, likeness }),
    tokens,
    now: () => isoInstant(clock),
    newId: () => ids.next('fnd'),
  })

  return {
    /** How far the reader of that name has come; undefined at the very beginning. */
    readUntil: (tenantId: string, reader: string): Promise<Place | undefined> =>
      feedbackStore.findCursor(tenantId, reader),
    keepReadUntil: (tenantId: string, reader: string, place: Place): Promise<void> =>
      feedbackStore.keepCursor(tenantId, reader, place),

    /** Writes down how the answers of a conversation turned out, in the place of what was written of it before. */
    async recordConversation(
      tenantId: string,
      conversation: Conversed & { customerName: string },
      events: ConversationEvent[],
    ): Promise<number> {
      const { returnDays } = await settings.find(tenantId)
      return feedback.record(tenantId, conversation, { events, days: returnDays })
    },

    /** Somebody opened an article that an answer cites; once a day each counts. */
    recordOpened: (tenantId: string, opened: { articleId: string; readerId: string }): Promise<void> =>
      feedbackStore.recordOpened(tenantId, { ...opened, day: isoInstant(clock).slice(0, 10) }),

    /** How often each of these articles answered since `since` (ISO), and how that turned out. */
    usesOf: (tenantId: string, articleIds: string[], since: string): Promise<Map<string, ArticleUse>> =>
      feedbackStore.uses(tenantId, articleIds, since),

    /** How articles served for questions that customers asked, the newest first: 1 helped, 0 did not. */
    async servedAnswers(tenantId: string): Promise<ServedAnswer[]> {
      const rows = await feedbackStore.served(tenantId, mostServed)
      return rows.map(({ question, language, articleId, ...outcome }) => {
        return { question, language, articleId, value: valueOf(outcome) }
      })
    },

    /** The ways through the graph that answers went, the newest first, and how they served. */
    async servedPaths(tenantId: string): Promise<{ question: string; path: string[]; value: number }[]> {
      const rows = await feedbackStore.servedPaths(tenantId, mostServed)
      return rows.map(({ question, path, ...outcome }) => ({ question, path, value: valueOf(outcome) }))
    },

    findings,
    gaps,
    /** What readers of the help centre looked for, and what they say is missing. */
    helpCentre,
    quality,

    /** External addresses in articles that are known to lead nowhere. */
    brokenLinks: (tenantId: string): Promise<Set<string>> => links.broken(tenantId),
    /** Of these addresses those that nobody has looked at since `since` (ISO). */
    linksToCheck: (tenantId: string, urls: string[], since: string): Promise<string[]> =>
      links.unchecked(tenantId, urls, since),
    /** Resolves to whether it is broken now and was not, or the other way round. */
    recordLink: (tenantId: string, url: string, outcome: LinkOutcome): Promise<boolean> =>
      links.record(tenantId, url, { ...outcome, at: isoInstant(clock) }),
    linksOf: (body: string): string[] =>
      linksOf(body).flatMap(({ kind, target }) => (kind === 'external' ? [target] : [])),

    getSettings: (tenantId: string): Promise<LearningSettings> => settings.find(tenantId),
    changeSettings: (tenantId: string, wanted: LearningSettings): Promise<LearningSettings> =>
      settings.keep(tenantId, wanted),
  }
}

const mostServed = 20_000

/** What the customer said counts most, then what they did. Where neither speaks, a little good is believed. */
function valueOf({ solved, troubled }: Pick<ServedRow, 'solved' | 'troubled'>): number {
  if (solved) return 1
  return solved === false || troubled ? 0 : 0.7
}
