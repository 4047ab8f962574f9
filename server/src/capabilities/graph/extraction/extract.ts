/**
 * What an article says, by rules alone: its catalogue rows, tables, key–value items, definitions and patterns. Pure: the
 * same article gives the same statements, whatever else is known; putting them together is the graph's business.
 */
import { relationKeyOf } from '../asking/known-relations.ts'
import { keyOf } from '../asking/units.ts'
import {
  type ArticleStatements,
  confidenceOf,
  entityOfName,
  entityOfSku,
  type Method,
  type ReadableArticle,
  type StatedName,
} from '../statements.ts'
import { matchKeyValue, matchSentence } from './patterns.ts'
import { type Piece, readBlocks, type Row } from './read-blocks.ts'

export type Stated = {
  subject: string
  relation: string
  object: string
  method: Method
  at: { starts: number; ends: number }
}

const mostEdges = 1000

export function extractStatements(article: ReadableArticle): ArticleStatements {
  const blocks = readBlocks(article.body)
  const about = subjectOf(article)
  const items = blocks.items.flatMap((item) => {
    const pair = matchKeyValue(item.text)
    return pair ? [{ item, ...pair }] : []
  })
  const sku = items.find(({ key }) => relationKeyOf(key) === 'sku')?.value
  const catalogue: Stated[] = about
    ? items.flatMap(({ item, key, value }) =>
        valuesOf(key, value).map((object) => ({
          subject: about,
          relation: key,
          object,
          method: 'catalogue' as const,
          at: item,
        })),
      )
    : []
  const tables = blocks.tables.flatMap(({ rows }) => statedInTable(rows))
  const sentences = [...blocks.sentences, ...blocks.items].flatMap((piece) => statedInSentence(piece, about))
  return assemble(article, { stated: [...catalogue, ...tables, ...sentences], about, sku })
}

/** What an article is about: its title, unless that is a question or a sentence. */
export function subjectOf({ title }: ReadableArticle): string | undefined {
  const asks =
    /[?？!！。，,:：]|^(?:how|what|when|where|why|who|which|can|do|does|is|are|should|will|may|我|你|您|怎|如何|什么|为什么|哪|能不能|可以|有没有)|(?:吗|呢|怎么办|多少|多久)$/iu
  return title.length > 60 || asks.test(title.trim()) ? undefined : title.trim()
}

/** Lists of values are several: colours, sizes. A value with a sentence in it is one. */
function valuesOf(key: string, value: string): string[] {
  const isList = ['colour', 'size', 'part', 'suitable for', 'compatible'].includes(relationKeyOf(key))
  const parts = isList ? value.split(/、|,\s|\s\/\s|；|;\s/) : [value]
  return parts.map((part) => part.replace(/[。.]$/, '').trim()).filter((part) => part !== '')
}

/**
 * A row is about its first cell, and the header names the relations; where the corner is empty, things are compared: each
 * column is about its header, and the rows name the relations.
 */
function statedInTable([header, ...rows]: Row[]): Stated[] {
  if (!header || header.cells.length < 2) return []
  const compares = header.cells[0] === ''
  return rows.flatMap((row) =>
    row.cells.slice(1).flatMap((cell, place) => {
      const [label, head] = [row.cells[0]!, header.cells[place + 1] ?? '']
      if (cell === '' || label === '' || head === '' || /^[—–-]+$/.test(cell)) return []
      const [subject, relation] = compares ? [head, label] : [label, head]
      return [{ subject, relation, object: cell, method: 'table' as const, at: row }]
    }),
  )
}

function statedInSentence(piece: Piece, about: string | undefined): Stated[] {
  const matched = matchSentence(piece.text, about)
  return matched ? [{ ...matched, at: piece }] : []
}

type Found = { stated: Stated[]; about: string | undefined; sku: string | undefined }

/** Gives what was stated entities and ids. An article about one product speaks of it by its article number. */
export function assemble(article: ReadableArticle, { stated, about, sku }: Found): ArticleStatements {
  const names = new Map<string, StatedName>()
  const product = about !== undefined && sku !== undefined ? entityOfSku(sku) : undefined
  const entity = (name: string, place: string, type: string) => {
    const isAbout = about !== undefined && keyOf(name) === keyOf(about)
    const id = (isAbout && product) || entityOfName(name, place)
    if (!names.has(`${id} ${name}`))
      names.set(`${id} ${name}`, {
        entity: id,
        name: name.slice(0, 300),
        language: article.language,
        type: isAbout && product ? 'product' : type,
      })
    return id
  }
  const seen = new Map<string, number>()
  const edges = stated.slice(0, mostEdges).map(({ subject, relation, object, method, at }) => {
    const base = `${at.starts}-${keyOf(relation).slice(0, 40)}`
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    const id = `${base}-${count}`
    const place = `${article.id}/${id}`
    return {
      id,
      subject: entity(subject, `${place}/s`, 'thing'),
      subjectName: subject.slice(0, 300),
      relation: relation.slice(0, 80),
      // An article number names its product: as a value it is a text, or the product would be related to itself.
      object: relationKeyOf(relation) === 'sku' ? `text:${place}` : entity(object, place, 'value'),
      objectName: object.slice(0, 300),
      method,
      confidence: confidenceOf[method],
      starts: at.starts,
      ends: at.ends,
    }
  })
  if (product && sku)
    names.set(`${product} ${sku}`, { entity: product, name: sku, language: article.language, type: 'product' })
  return { names: [...names.values()], edges }
}
