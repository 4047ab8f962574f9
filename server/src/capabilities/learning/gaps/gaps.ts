/**
 * Gaps: questions that were not answered, or badly, put together by what they ask. Each question is put once, in the order
 * in which it was asked, to the gap whose centre is most like it, or opens one (leader clustering, Hartigan, 1975): the same
 * log gives the same gaps. Nothing becomes an article but by a person.
 */
import type { GapDraft, Gap, GapDetails, GapState, Lift } from '@lingxi/contract/learning'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { cosine, type Likeness, type Meant, ofLengthOne } from '../likeness.ts'
import { draftBody, saidForAll } from './draft-article.ts'
import type { AskedRow, GapRow, GapsStore } from './gaps-store.ts'
import { shareOf } from './wilson.ts'

type Parts = {
  store: GapsStore
  likeness: Likeness
  now: () => string
  newId: () => string
  /** Called before questions are put to gaps: what was looked for elsewhere is made ready. */
  settle: (tenantId: string) => Promise<void>
}
type Within = Parameters<Parameters<GapsStore['transaction']>[0]>[0]

/** Words a draft from what people said, which holds no personal data; without a text that it can stand for, only how it failed. */
export type WriteDraft = (asked: {
  question: string
  language: Language
  texts: string[]
}) => Promise<{ outcome: string; text?: string | undefined }>

/** From here on a question is of a gap. */
const alike = 0.5
const page = 200
const week = 7 * 86_400_000
const shownWeeks = 8
const mostTerms = 60
const mostExamples = 20
/** A question is compared with so many others to find the most central wording. */
const mostWordings = 60

export function createGaps({ store, likeness, now, newId, settle }: Parts) {
  /** The start of the first week that is shown; the last one ends with today. */
  const firstWeek = () => new Date(Date.parse(now()) - shownWeeks * week).toISOString()

  async function place(
    tenantId: string,
    { asked, gaps }: { asked: AskedRow; gaps: Map<string, GapRow> },
    within: Within,
  ): Promise<void> {
    const meant = likeness.meantBy(asked.question)
    const nearest = nearestTo(meant, asked, gaps)
    const gap = nearest ?? (asked.trouble === null || meant.size === 0 ? undefined : opened(asked, newId()))
    await store.assign(tenantId, { asked, gapId: gap?.id ?? null }, within)
    if (!gap || asked.gap_id === gap.id) return
    const grown = grow(gap, meant, asked)
    gaps.set(grown.id, grown)
    await store.put(tenantId, grown, within)
  }

  function nearestTo(meant: Meant, asked: AskedRow, gaps: Map<string, GapRow>): GapRow | undefined {
    let best: { gap: GapRow; likeness: number } | undefined
    for (const gap of gaps.values()) {
      if (gap.language !== asked.language) continue
      const near = cosine(meant, new Map(Object.entries(gap.centre)))
      if (near >= alike && (!best || near > best.likeness)) best = { gap, likeness: near }
    }
    return best?.gap
  }

  /** The wording that is most like all the others; of equals the shorter. */
  function nameOf(wordings: string[]): string {
    const meant = [...new Set(wordings)].slice(0, mostWordings).map((text) => ({ text, meant: likeness.meantBy(text) }))
    const central = meant.map(({ text, meant: own }) => ({
      text,
      near: meant.reduce((sum, other) => sum + cosine(own, other.meant), 0),
    }))
    const [best] = central.toSorted(
      (one, other) =>
        other.near - one.near || one.text.length - other.text.length || one.text.localeCompare(other.text),
    )
    return (best?.text ?? '').slice(0, 200).toWellFormed()
  }

  async function show(tenantId: string, rows: GapRow[]): Promise<Gap[]> {
    const counts = await store.counts(
      tenantId,
      rows.map(({ id }) => id),
      firstWeek(),
    )
    return rows.map((row) => {
      const own = counts.filter(({ gap_id }) => gap_id === row.id)
      const troubled = own.filter(({ trouble }) => trouble !== null)
      const sum = (some: typeof own) => some.reduce((total, { count }) => total + count, 0)
      const kinds = Map.groupBy(troubled, ({ trouble }) => trouble!)
      return {
        id: row.id,
        name: row.name,
        language: row.language,
        state: row.state,
        count: sum(troubled),
        asked: sum(own),
        troubles: Object.fromEntries([...kinds].map(([kind, some]) => [kind, sum(some)])),
        weeks: Array.from({ length: shownWeeks }, (_, each) =>
          sum(troubled.filter((one) => Math.min(one.week, shownWeeks - 1) === each)),
        ),
        firstAt: row.first_at,
        lastAt: row.last_at,
        replies: own.reduce((total, { replies }) => total + replies, 0),
        articleId: row.article_id,
        ignoredWhy: row.ignored_why,
      }
    })
  }

  async function get(tenantId: string, id: string): Promise<GapRow> {
    const row = await store.find(tenantId, id)
    if (!row) throw new Problem('not-found')
    return row
  }

  async function liftOf(tenantId: string, { id, first_at, released_at }: GapRow): Promise<Lift | null> {
    if (released_at === null) return null
    const before = await store.shares(tenantId, id, { from: first_at, until: released_at })
    const after = await store.shares(tenantId, id, {
      from: released_at,
      until: new Date(Date.parse(now()) + 1).toISOString(),
    })
    const answered = { before: shareOf(before.answered, before.asked), after: shareOf(after.answered, after.asked) }
    const solved = { before: shareOf(before.solved, before.rated), after: shareOf(after.solved, after.rated) }
    const apart = answered.after.low > answered.before.high || answered.after.high < answered.before.low
    return { releasedAt: released_at, answered, solved, certain: apart }
  }

  return {
    /** Puts every question that was not yet looked at to its gap. Broken off, it goes on where it stopped. */
    async group(tenantId: string): Promise<number> {
      await settle(tenantId)
      let count = 0
      for (;;) {
        const done = await store.transaction(async (within) => {
          const asked = await store.ungrouped(tenantId, page, within)
          if (asked.length === 0) return 0
          const gaps = new Map((await store.all(tenantId, within)).map((gap) => [gap.id, gap]))
          for (const each of asked) await place(tenantId, { asked: each, gaps }, within)
          return asked.length
        })
        count += done
        if (done < page) return count
      }
    },

    async list(tenantId: string, asked: { state: GapState; limit: number; offset: number }) {
      const { gaps, total } = await store.list(tenantId, { ...asked, since: firstWeek() })
      for (const gap of gaps)
        gap.name = nameOf(wordingsOf(await store.questions(tenantId, gap.id, mostWordings))) || gap.name
      return { gaps: await show(tenantId, gaps), total }
    },

    /** Throws `not-found`. */
    async get(tenantId: string, id: string): Promise<GapDetails> {
      const row = await get(tenantId, id)
      const questions = await store.questions(tenantId, id, mostWordings)
      const troubled = questions.filter(({ trouble }) => trouble !== null)
      const [shown] = await show(tenantId, [{ ...row, name: nameOf(wordingsOf(questions)) || row.name }])
      const examples = troubled
        .slice(0, mostExamples)
        .map(({ origin, id: of, article_id, question, trouble, at, reply }) => ({
          question,
          trouble,
          at,
          reply,
          origin,
          conversationId: origin === 'conversation' ? of : null,
          articleId: article_id,
        }))
      return { ...shown!, examples, lift: await liftOf(tenantId, row) }
    },

    /**
     * The article that solved conversations add up to: as `write` words it, or else merged from what people said; `nobody`
     * wrote its body where no person has answered yet. Throws `not-found`.
     */
    async draft(tenantId: string, id: string, write?: WriteDraft): Promise<Omit<GapDraft, 'near'>> {
      const row = await get(tenantId, id)
      const questions = await store.questions(tenantId, id, mostWordings)
      const replies = questions.flatMap(({ reply }) => (reply === null ? [] : [reply])).toReversed()
      const wordings = wordingsOf(questions)
      const title = nameOf(wordings) || row.name
      const texts = saidForAll(replies)
      const written = texts.length > 0 ? await write?.({ question: title, language: row.language, texts }) : undefined
      const merged = draftBody(replies, likeness.between)
      const alternatives = wordings.filter((wording) => wording !== title && wording.length <= 300).slice(0, 10)
      return {
        title,
        body: written?.text ?? merged,
        language: row.language,
        alternatives,
        conversations: replies.length,
        writer: written?.text !== undefined ? 'model' : merged === '' ? 'nobody' : 'merged',
        modelOutcome: written?.outcome ?? null,
      }
    },

    /** Throws `not-found` when it is not open. */
    async ignore(tenantId: string, id: string, { by, why }: { by: string; why: string }): Promise<void> {
      const row = await store.decide(tenantId, id, {
        from: ['open'],
        change: { state: 'ignored', ignored_by: by, ignored_why: why },
      })
      if (!row) throw new Problem('not-found')
    },
    /** Throws `not-found` when it is not ignored. */
    async reopen(tenantId: string, id: string): Promise<void> {
      const row = await store.decide(tenantId, id, {
        from: ['ignored'],
        change: { state: 'open', ignored_by: null, ignored_why: null },
      })
      if (!row) throw new Problem('not-found')
    },
    /** Notes the article that was made of it. Throws `already-exists` when there is one. */
    async propose(tenantId: string, id: string, { by, articleId }: { by: string; articleId: string }): Promise<void> {
      const proposed = { state: 'proposed' as const, article_id: articleId, proposed_by: by, proposed_at: now() }
      const row = await store.decide(tenantId, id, { from: ['open', 'ignored'], change: proposed })
      if (!row) throw new Problem('already-exists')
    },
    listProposed: async (tenantId: string) =>
      (await store.list(tenantId, { state: 'proposed', since: firstWeek(), limit: 500, offset: 0 })).gaps,
    /** From here on its questions are counted as after the release. */
    async release(tenantId: string, id: string, at: string): Promise<void> {
      await store.decide(tenantId, id, { from: ['proposed'], change: { state: 'released', released_at: at } })
    },
    /** The article that was proposed is gone: the gap is open again. */
    async withdraw(tenantId: string, id: string): Promise<void> {
      await store.decide(tenantId, id, {
        from: ['proposed', 'released'],
        change: {
          state: 'open',
          article_id: null,
          proposed_by: null,
          proposed_at: null,
          released_at: null,
        },
      })
    },
  }
}

/** What a reader remarks is no wording of a question. */
const wordingsOf = (questions: AskedRow[]) => [
  ...new Set(
    questions.filter(({ trouble }) => trouble !== null && trouble !== 'comment').map(({ question }) => question),
  ),
]

function opened({ question, language, at }: AskedRow, id: string): GapRow {
  const nobody = {
    article_id: null,
    proposed_at: null,
    proposed_by: null,
    released_at: null,
    ignored_by: null,
    ignored_why: null,
  }
  return {
    id,
    name: question.slice(0, 200).toWellFormed(),
    language,
    state: 'open',
    centre: {},
    size: 0,
    first_at: at,
    last_at: at,
    ...nobody,
  }
}

/** The centre moves by what the new question says; only its heaviest terms are kept. */
function grow(gap: GapRow, meant: Meant, { at }: AskedRow): GapRow {
  const sum = new Map(Object.entries(gap.centre).map(([term, weight]) => [term, weight * gap.size]))
  for (const [term, weight] of meant) sum.set(term, (sum.get(term) ?? 0) + weight)
  const heaviest = [...sum]
    .toSorted((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
    .slice(0, mostTerms)
  const centre = Object.fromEntries(
    [...ofLengthOne(new Map(heaviest))].map(([term, weight]) => [term, Math.round(weight * 1e6) / 1e6]),
  )
  return {
    ...gap,
    centre,
    size: gap.size + 1,
    first_at: at < gap.first_at ? at : gap.first_at,
    last_at: at > gap.last_at ? at : gap.last_at,
  }
}
