/** Who did what for the knowledge in a time, from its record, and what the articles they worked on answered and solved in it. */
import type { Contributor } from '@lingxi/contract/learning'
import type { ArticleEvent } from '@lingxi/contract/review'
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'

type Parts = {
  knowledge: Pick<Knowledge, 'listEvents'>
  learning: Pick<Learning, 'usesOf'>
  staff: { listStaff(tenantId: string): Promise<{ id: string; name: string }[]> }
  clock: Clock
}

const page = 500
const mostEvents = 20_000
const wrote = new Set<ArticleEvent['kind']>(['created', 'proposed', 'imported'])
const reviewed = new Set<ArticleEvent['kind']>(['approved', 'returned'])
const corrected = new Set<ArticleEvent['kind']>(['changed', 'drafted', 'restored'])

export function createShowContributors({ knowledge, learning, staff, clock }: Parts) {
  async function eventsSince(tenantId: string, since: string): Promise<ArticleEvent[]> {
    const found: ArticleEvent[] = []
    while (found.length < mostEvents) {
      const { events } = await knowledge.listEvents(tenantId, { limit: page, offset: found.length })
      found.push(...events.filter(({ at }) => at >= since))
      if (events.length < page || events.at(-1)!.at < since) break
    }
    return found
  }

  /** The most helpful first: by what was solved, then by what was done. */
  return async function showContributors(tenantId: string, days: number): Promise<Contributor[]> {
    const since = new Date(clock.now() - days * 86_400_000).toISOString()
    const events = (await eventsSince(tenantId, since)).filter(({ by }) => by !== null)
    const names = new Map((await staff.listStaff(tenantId)).map(({ id, name }) => [id, name]))
    const uses = await learning.usesOf(tenantId, [...new Set(events.map(({ articleId }) => articleId))], since)
    const board = [...Map.groupBy(events, ({ by }) => by!)].map(([staffId, own]): Contributor => {
      const count = (kinds: Set<ArticleEvent['kind']>) => own.filter(({ kind }) => kinds.has(kind)).length
      const articles = new Set(
        own.filter(({ kind }) => wrote.has(kind) || corrected.has(kind)).map(({ articleId }) => articleId),
      )
      const sum = (what: 'answered' | 'solved') =>
        [...articles].reduce((all, id) => all + (uses.get(id)?.[what] ?? 0), 0)
      return {
        staffId,
        name: names.get(staffId) ?? staffId,
        wrote: count(wrote),
        corrected: count(corrected),
        reviewed: count(reviewed),
        answered: sum('answered'),
        solved: sum('solved'),
      }
    })
    return board.toSorted(
      (one, other) => other.solved - one.solved || work(other) - work(one) || one.staffId.localeCompare(other.staffId),
    )
  }
}

const work = (one: Contributor) => one.wrote + one.corrected + one.reviewed
