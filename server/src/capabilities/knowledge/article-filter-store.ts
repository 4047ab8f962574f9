/** Which articles are meant, as conditions in SQL over their table. */
import { keeper, marksOfReader, type Reader } from '@lingxi/contract/audience'
import type { ArticleKind, ArticleStatus } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { type RawBuilder, sql } from 'kysely'
import { besidePhrases, phrasesIn } from '#platform/search'

export type ArticleFilter = {
  /** Looked for in titles, other wordings and texts; each of its parts in quotes, and what stands beside them, by itself. */
  q?: string | undefined
  status?: ArticleStatus | undefined
  /** A category with everything below it. */
  category?: string | undefined
  language?: Language | undefined
  kind?: ArticleKind | undefined
  tag?: string | undefined
  /** The article number of a product. */
  product?: string | undefined
  /** Where it was imported from. */
  source?: string | undefined
  owner?: string | undefined
  audience?: 'public' | 'customers' | 'tiers' | 'staff' | undefined
  /** Only what has to be looked at again by then. */
  dueBy?: string | undefined
  /** Only what is over by then. */
  endedBy?: string | undefined
  /** Only what they may read; absent: everything. */
  reader?: Reader | undefined
  limit: number
  offset: number
}
export type Conditions = Omit<ArticleFilter, 'limit' | 'offset'>
type Condition = RawBuilder<boolean>

const conditions: { [Name in keyof Conditions]-?: (value: NonNullable<Conditions[Name]>) => Condition | undefined } = {
  q: (q) => {
    const wanted = [...phrasesIn(q), besidePhrases(q)].filter((words) => words.trim() !== '')
    return wanted.length > 0 ? sql`(${sql.join(wanted.map(holds), sql` and `)})` : undefined
  },
  status: (status) => sql`status = ${status}`,
  language: (language) => sql`language = ${language}`,
  kind: (kind) => sql`kind = ${kind}`,
  category: (category) => sql`(category = ${category} or starts_with(category, ${`${category}/`}))`,
  tag: (tag) => sql`tags @> ${JSON.stringify([tag])}::jsonb`,
  product: (product) => sql`products @> ${JSON.stringify([product])}::jsonb`,
  source: (source) => sql`origin ->> 'sourceId' = ${source}`,
  owner: (owner) => sql`owner_id = ${owner}`,
  audience: (audience) => sql`audience ->> 'kind' = ${audience}`,
  dueBy: (at) => sql`due_at <= ${at}`,
  endedBy: (at) => sql`(valid_until <= ${at} or expired_at is not null)`,
  reader: (reader) => readableBy(reader),
}

const holds = (words: string) =>
  sql`(position(lower(${words}) in lower(title)) > 0 or position(lower(${words}) in lower(body)) > 0
    or position(lower(${words}) in lower(alternatives::text)) > 0)`

/** What is not asked for, or is empty, asks for nothing. */
export function conditionsOf(filter: Conditions): Condition[] {
  const read = conditions as Record<string, (value: unknown) => Condition | undefined>
  return Object.entries(filter).flatMap(([name, value]) => {
    const condition = value ? read[name]?.(value) : undefined
    return condition ? [condition] : []
  })
}

/** `mayRead` of the contract, in SQL; nothing for who may read everything. */
export function readableBy(reader: Reader = keeper): Condition | undefined {
  const marks = marksOfReader(reader)
  if (marks === 'everyone') return undefined
  const groups = marks.filter((mark) => mark.startsWith('group:')).map((mark) => mark.slice('group:'.length))
  if (reader.kind !== 'staff') throw new Error('Articles are listed for those who work here')
  return sql<boolean>`(audience ->> 'kind' <> 'staff' or audience -> 'groups' = '[]'::jsonb
    or exists (select from jsonb_array_elements_text(audience -> 'groups') as each (name)
      where each.name in (select jsonb_array_elements_text(${JSON.stringify(groups)}::jsonb))))`
}
