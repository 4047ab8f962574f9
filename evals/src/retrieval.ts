/** How well questions find the documents that were judged to answer them: the real search path over a given corpus. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openBase } from './base-of.ts'
import { readExamples } from './learning-examples.ts'
import { readCorpus, readQueries, readRelevance } from './beir.ts'
import { figuresOf, type RankingFigures } from './ranking-figures.ts'

export type RetrievalSet = { corpus: string; queries: string; qrels: string; learn?: string | undefined }

/** Queries without anything to find are left out. `baseline` is plain BM25F in the same run. */
export async function evaluateRetrieval(
  files: RetrievalSet,
): Promise<{ figures: RankingFigures; baseline: RankingFigures }> {
  const corpus = readCorpus(files.corpus)
  const relevance = readRelevance(files.qrels)
  const queries = readQueries(files.queries).filter(({ id }) => relevance.has(id))
  const ids = new Set(corpus.map(({ id }) => id))
  const base = await openBase(corpus, files.learn ? readExamples(files.learn, ids) : [])

  async function measure(find: (text: string) => Promise<string[]>) {
    const rankings = []
    for (const { id, text } of queries) {
      const begun = performance.now()
      const documents = await find(text)
      rankings.push({ query: id, documents, milliseconds: performance.now() - begun })
    }
    return figuresOf(rankings, relevance)
  }
  return { figures: await measure(base.find), baseline: await measure(base.findByWords) }
}

/** Every set of a folder with its `dev` questions: a folder each, in BEIR's layout. */
export async function evaluateFolder(folder: string, sets: string[]) {
  const measured = []
  for (const set of sets) {
    const file = (name: string) => join(folder, set, name)
    const files = { corpus: file('corpus.jsonl'), queries: file('queries-dev.jsonl'), qrels: file('qrels-dev.tsv') }
    if (!existsSync(files.corpus)) measured.push({ set, missing: true })
    else measured.push({ set, ...(await evaluateRetrieval(files)) })
  }
  return measured
}
