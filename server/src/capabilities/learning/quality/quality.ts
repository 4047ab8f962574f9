/** The quality of articles: scored from how they are used, and what follows from a bad score, on record and undoable. */
import type { Article } from '@lingxi/contract/knowledge'
import type { LearningAct, LearningSettings } from '@lingxi/contract/learning'
import { Problem } from '@lingxi/contract/problem'
import type { ActRow, QualityStore, ScoreRow } from './quality-store.ts'
import { scoreOf, type Standing } from './score.ts'

type Parts = { store: QualityStore; now: () => string; newId: () => string }
type Page = { limit: number; offset: number }
/** What follows from a score: nothing, or that the article counts less or is archived, and why. */
export type Consequence =
  | { kind: 'weighed-down'; weight: number; why: LearningAct['why'] }
  | { kind: 'archived'; why: LearningAct['why'] }

const day = 86_400_000

export function createQuality({ store, now, newId }: Parts) {
  const act = (article: Article, more: Pick<ActRow, 'kind' | 'why' | 'before'>): ActRow => {
    const { id: article_id, title, ownerId: owner_id } = article
    return { id: newId(), article_id, title, owner_id, at: now(), undone_at: null, undone_by: null, ...more }
  }

  return {
    /** Scores an article and keeps the score. */
    async score(tenantId: string, article: Article, standing: Omit<Standing, 'now'>): Promise<number> {
      const { score, parts } = scoreOf(article, { ...standing, now: Date.parse(now()) })
      const { id, title, language, status, ownerId, dueAt, validUntil } = article
      const named = {
        article_id: id,
        title,
        language,
        status,
        owner_id: ownerId,
        due_at: dueAt,
        valid_until: validUntil,
      }
      await store.putScore(tenantId, { ...named, score, parts, scored_at: now() })
      return score
    },

    /** What the company's settings say should happen to an article with such a score. Pure. */
    consequenceOf(
      article: Article,
      score: number,
      { settings, answered }: { settings: LearningSettings; answered: number },
    ): Consequence | undefined {
      const { weighDown, archive } = settings
      const why = [
        { reason: 'score', number: score },
        { reason: 'answered', number: answered },
      ]
      const isOld = Date.parse(now()) - Date.parse(article.updatedAt) > archive.unusedDays * day
      if (archive.on && score < archive.below && answered === 0 && isOld) return { kind: 'archived', why }
      if (weighDown.on && score < weighDown.below && answered >= weighDown.leastUses)
        return { kind: 'weighed-down', weight: weighDown.weight, why }
      return undefined
    },

    weighDown: (
      tenantId: string,
      article: Article,
      { weight, why }: { weight: number; why: LearningAct['why'] },
    ): Promise<void> => store.act(tenantId, act(article, { kind: 'weighed-down', why, before: { weight: 1 } }), weight),
    /** It counts fully again, because it serves better or says something else now. */
    lift: (tenantId: string, article: Article, { weight, why }: { weight: number; why: LearningAct['why'] }) =>
      store.lift(tenantId, act(article, { kind: 'lifted', why, before: { weight } })),
    recordArchived: (tenantId: string, article: Article, why: LearningAct['why']): Promise<void> =>
      store.act(tenantId, act(article, { kind: 'archived', why, before: { status: article.status } }), undefined),

    /** What each article counts in the search, where it does not count fully. */
    weights: store.weights,
    /** Articles about which a person took back what the machine did. */
    undone: store.undone,
    /** When each article began to count fully again, where it did. */
    liftedAt: store.liftedAt,
    forgetBefore: store.forgetBefore,
    list: (tenantId: string, page: Page): Promise<{ rows: ScoreRow[]; total: number }> => store.list(tenantId, page),
    async listActs(tenantId: string, page: Page): Promise<{ acts: LearningAct[]; total: number }> {
      const { rows, total } = await store.listActs(tenantId, page)
      return { acts: rows.map(toAct), total }
    },
    /** Takes back what was done; an archived article is put back by whoever calls. Throws `not-found`. */
    async undo(tenantId: string, id: string, by: string): Promise<ActRow> {
      const row = await store.undo(tenantId, id, { by, at: now() })
      if (!row) throw new Problem('not-found')
      return row
    },
  }
}

const toAct = (row: ActRow): LearningAct => ({
  id: row.id,
  kind: row.kind,
  articleId: row.article_id,
  title: row.title,
  ownerId: row.owner_id,
  at: row.at,
  why: row.why,
  mayUndo: row.undone_at === null && row.kind !== 'lifted',
  undoneAt: row.undone_at,
  undoneBy: row.undone_by,
})
