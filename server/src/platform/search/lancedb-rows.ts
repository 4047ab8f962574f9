/** Documents as rows of LanceDB, and the filters of a query as the SQL that it holds them with. */
import { Field, FixedSizeList, Float32, Float64, List, Schema, Utf8 } from 'apache-arrow'
import { fields, type SearchDocument, type SearchQuery } from './search.ts'
import type { Tokens } from './tokens.ts'

export type LanceRow = {
  id: string
  /** Our terms of each field, joined by spaces, and of all of them for finding candidates. */
  title: string
  heading: string
  body: string
  terms: string
  language: string
  readers: string[]
  labels: string[]
  valid_from: number
  valid_until: number
}
export type MeaningRow = Omit<LanceRow, 'title' | 'heading' | 'body' | 'terms'> & { vector: number[] }

/** Beyond every date that JavaScript knows. */
const always = 8.64e15

const text = (name: string) => new Field(name, new Utf8(), false)
const number = (name: string) => new Field(name, new Float64(), false)
const texts = (name: string) => new Field(name, new List(new Field('item', new Utf8(), true)), false)
const filtered = [
  text('id'),
  text('language'),
  texts('readers'),
  texts('labels'),
  number('valid_from'),
  number('valid_until'),
]

export const rowSchema = new Schema([...filtered, text('title'), text('heading'), text('body'), text('terms')])
export const meaningSchema = (dimensions: number) =>
  new Schema([
    ...filtered,
    new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false),
  ])

export function toRow(document: SearchDocument, tokens: Tokens): LanceRow {
  const [title = '', heading = '', body = ''] = fields.map((field) => tokens.terms(document[field]).join(' '))
  return { ...filtersOf(document), title, heading, body, terms: `${title} ${heading} ${body}` }
}

export const toMeaning = (document: SearchDocument): MeaningRow => ({
  ...filtersOf(document),
  vector: [...document.vector!],
})

const filtersOf = ({ id, language, readers, labels, from, until }: SearchDocument) => ({
  id,
  language,
  readers: [...readers],
  labels: [...labels],
  valid_from: from ?? -always,
  valid_until: until ?? always,
})

export const termsOfRow = ({ title, heading, body }: Pick<LanceRow, 'title' | 'heading' | 'body'>) =>
  [title, heading, body].map((stream) => (stream === '' ? [] : stream.split(' ')))

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
export const among = (ids: readonly string[]) => `id in (${ids.map(quoted).join(', ')})`

/** What a document has to be for this query, or nothing when every document may be found. */
export function filterOf({ at, language, readers, labels = [], mustHold = [] }: SearchQuery): string | undefined {
  const conditions = [
    ...(readers === 'everyone' ? [] : [`array_has_any(readers, make_array(${readers.map(quoted).join(', ')}))`]),
    ...labels.map((label) => `array_has(labels, ${quoted(label)})`),
    ...mustHold.map((term) => `array_has(string_to_array(terms, ' '), ${quoted(term)})`),
    ...(language === undefined ? [] : [`language = ${quoted(language)}`]),
    ...(at === undefined ? [] : [`valid_from <= ${at}`, `valid_until > ${at}`]),
  ]
  return conditions.length > 0 ? conditions.join(' and ') : undefined
}
