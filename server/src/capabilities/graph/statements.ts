/** What an article says, as statements: entities with how it calls them, and edges with their place in its body. */
import type { Language } from '@lingxi/contract/message'
import { keyOf } from './asking/units.ts'

export const methods = ['table', 'catalogue', 'definition', 'pattern', 'model', 'person'] as const
export type Method = (typeof methods)[number]
export type StatedName = { entity: string; name: string; language: Language; type: string }
/** `starts`/`ends`: UTF-16 offsets in the article's body, half-open. */
export type Statement = {
  id: string
  subject: string
  subjectName: string
  relation: string
  object: string
  objectName: string
  method: Method
  confidence: number
  starts: number
  ends: number
}
export type ArticleStatements = { names: StatedName[]; edges: Statement[] }

/** What extraction reads of an article. */
export type ReadableArticle = {
  id: string
  version: number
  title: string
  body: string
  language: Language
  tags: readonly string[]
  alternatives: readonly string[]
}

/** How sure a statement is by how it was found, 0–1. */
export const confidenceOf: Record<Method, number> = {
  table: 0.95,
  catalogue: 0.95,
  definition: 0.8,
  pattern: 0.75,
  model: 0.6,
  person: 1,
}

const longestName = 60

/** The entity of a name, or of a text too long to be one: then it is known by its place alone. */
export function entityOfName(name: string, place: string): string {
  const key = keyOf(name)
  return key === '' || name.length > longestName ? `text:${place}` : `name:${key}`
}
export const entityOfSku = (sku: string) => `sku:${keyOf(sku).replaceAll(' ', '')}`
export const isText = (entity: string) => entity.startsWith('text:')

/** The same statement has the same key wherever it is made: a verdict about it outlasts the articles. */
export const statementKey = ({
  subject,
  relation,
  object,
  objectName,
}: Pick<Statement, 'subject' | 'relation' | 'object' | 'objectName'>) =>
  [subject, relation, isText(object) ? `text:${keyOf(objectName).slice(0, 200)}` : object].join(' → ')
