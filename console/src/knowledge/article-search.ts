/** What a list of articles is asked for, as the address of the page says it: so that going back finds it again. */
import { articleKinds, articleStatuses } from '@lingxi/contract/knowledge'
import { languages } from '@lingxi/contract/message'
import { z } from 'zod'

const text = (longest: number) => z.coerce.string().max(longest).optional().catch(undefined)

export const ArticleSearch = z.object({
  q: text(200),
  status: z.enum(articleStatuses).optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  kind: z.enum(articleKinds).optional().catch(undefined),
  category: text(200),
  tag: text(60),
  product: text(80),
  source: text(80),
  owner: text(80),
  audience: z.enum(['public', 'customers', 'tiers', 'staff']).optional().catch(undefined),
  time: z.enum(['due', 'ended']).optional().catch(undefined),
  /** Counts from 1. */
  page: z.coerce.number().int().min(1).max(20_000).optional().catch(undefined),
})
export type ArticleSearch = z.infer<typeof ArticleSearch>

/** How many marks beside the words and the status narrow the list. */
export const countMarks = ({ q: _q, status: _status, page: _page, category: _category, ...marks }: ArticleSearch) =>
  Object.values(marks).filter(Boolean).length

export const isNarrowed = ({ page: _page, ...marks }: ArticleSearch) => Object.values(marks).some(Boolean)

const remembered = 'lingxi.articles'

/** The list that somebody came from, in this tab. */
export const lastSearch = {
  read: (): ArticleSearch => ArticleSearch.parse(JSON.parse(sessionStorage.getItem(remembered) ?? '{}')),
  write: (search: ArticleSearch) => sessionStorage.setItem(remembered, JSON.stringify(search)),
}
