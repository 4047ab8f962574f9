/** What is said about articles, for somebody who may not read all of them: only what is about those that they may. */
import { mayRead, readerOfStaff } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'

type Parts = { knowledge: { findAll(tenantId: string, ids: string[]): Promise<Pick<Article, 'id' | 'audience'>[]> } }
type Caller = { tenantId: string; role: string; groups: string[] }

export function createKeepReadable({ knowledge }: Parts) {
  /** `about`: the ids of the articles that something is about. What is about none that is there any more goes as well. */
  return async function keepReadable<Said>(
    { tenantId, ...caller }: Caller,
    said: Said[],
    about: (each: Said) => string[],
  ): Promise<Said[]> {
    const reader = readerOfStaff(caller)
    if (reader.kind === 'keeper') return said
    const articles = await knowledge.findAll(tenantId, [...new Set(said.flatMap(about))])
    const readable = new Set(articles.filter(({ audience }) => mayRead(reader, audience)).map(({ id }) => id))
    return said.filter((each) => about(each).every((id) => readable.has(id)))
  }
}
