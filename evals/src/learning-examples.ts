/**
 * Examples to learn from, in whatever shape they come: a line is an object with a question and, where it is known, what
 * answers it: the id of a document, or its words. Lines without an answer are read as wordings only.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { idOf, type Relevance, readRelevance, rowsOf } from './beir.ts'

/** `documents`: ids that answer; `wordings`: other texts that mean the same or answer. */
export type LearningExample = { question: string; documents: string[]; wordings: string[] }

const questionKeys = ['question', 'query', 'text', 'sentence1', 'asked']
const idKeys = [
  'positive_id',
  'positive_ids',
  'doc_id',
  'document_id',
  'corpus-id',
  'corpus_id',
  'docid',
  'relevant',
  'documents',
]
const wordingKeys = ['positive', 'positives', 'pos', 'answer', 'answers', 'sentence2', 'passage', 'document', 'similar']

/** `ids` are those of the corpus: a value that is one of them names a document, any other is words. */
export function readExamples(file: string, ids: ReadonlySet<string>): LearningExample[] {
  const beside = relevanceBeside(file)
  return rowsOf(file).flatMap((row) => {
    if (isUnlike(row)) return []
    const question = questionKeys.map((key) => row[key]).find((value) => typeof value === 'string')
    if (typeof question !== 'string' || question.trim() === '') return []
    const values = [...idKeys, ...wordingKeys].flatMap((key) => valuesOf(row[key]))
    const own = row['_id'] === undefined ? [] : [idOf(row['_id'])]
    const known = [...(beside?.get(own[0] ?? '')?.keys() ?? []), ...values.filter((value) => ids.has(value))]
    // An `_id` that is no query's of the file beside it may be the document that answers.
    const documents = known.length > 0 || beside ? known : own.filter((id) => ids.has(id))
    return [{ question, documents, wordings: values.filter((value) => !ids.has(value)) }]
  })
}

/** Pairs that were judged not to mean the same teach nothing here. */
const isUnlike = ({ label, score }: Record<string, unknown>) =>
  [label, score].some((value) => value === 0 || value === '0')

function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf)
  if (typeof value === 'object' && value !== null) {
    const { _id: id, text } = value as Record<string, unknown>
    return valuesOf(id ?? text)
  }
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** `queries-train.jsonl` is judged by `qrels-train.tsv` in the same folder. */
function relevanceBeside(file: string): Relevance | undefined {
  const name = basename(file)
    .replace(/^queries/, 'qrels')
    .replace(/\.jsonl$/, '.tsv')
  const path = join(dirname(file), name)
  return name.startsWith('qrels') && existsSync(path) ? readRelevance(path) : undefined
}
