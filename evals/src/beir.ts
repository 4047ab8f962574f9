/** Files in BEIR's layout (Thakur et al., "BEIR", NeurIPS 2021), read forgivingly. */
import { readFileSync } from 'node:fs'

export type BeirDocument = { id: string; title: string; text: string }
export type BeirQuery = { id: string; text: string }
/** What each query should find: by query, then by document, how well it fits. */
export type Relevance = Map<string, Map<string, number>>

const linesOf = (file: string) => readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean)
export const rowsOf = (file: string) => linesOf(file).map((line) => JSON.parse(line) as Record<string, unknown>)
export const idOf = (value: unknown) => (typeof value === 'number' ? String(value) : value) as string

export const readCorpus = (file: string): BeirDocument[] =>
  rowsOf(file).map((row) => ({ id: idOf(row['_id']), title: textOf(row['title']), text: textOf(row['text']) }))

export const readQueries = (file: string): BeirQuery[] =>
  rowsOf(file).map((row) => ({ id: idOf(row['_id']), text: textOf(row['text']) }))

/** Three columns (query, document, score) with or without a header, or TREC's four with an unused second. */
export function readRelevance(file: string): Relevance {
  const relevance: Relevance = new Map()
  for (const line of linesOf(file)) {
    const columns = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/)
    const score = Number(columns.at(-1))
    // The header's last column is a word.
    if (columns.length < 3 || Number.isNaN(score) || score <= 0) continue
    const query = columns[0]!
    const ofQuery = relevance.get(query) ?? new Map<string, number>()
    relevance.set(query, ofQuery.set(columns.at(-2)!, score))
  }
  return relevance
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
