/**
 * All knowledge of a company as one file, and back: a ZIP of JSON Lines, a file for each kind of thing. What is derived (the
 * index, what articles state in the graph) is made again and does not travel; secrets, conversations and people do not either.
 */
import { evaluatingTables } from '#evaluating'
import { flowTables } from '#flows'
import { graphTables } from '#graph'
import { knowledgeTables } from '#knowledge'
import { learningTables } from '#learning'
import { sourceTables } from '#sources'
import type { RowTable } from '#platform/database'

/** `articles`: columns that name an article, or several, which may be known by another id here. `onlyNew`: what is there is left alone. */
export type ExchangeFile = RowTable & { file: string; articles?: string[]; onlyNew?: true }

/** In the order in which they are written and taken in: what others name comes first. */
export const exchangeFiles: ExchangeFile[] = [
  { file: 'articles', ...knowledgeTables.articles, articles: ['id', 'translation_of'] },
  { file: 'revisions', ...knowledgeTables.revisions, articles: ['article_id'], onlyNew: true },
  { file: 'versions', ...knowledgeTables.versions, articles: ['article_id'], onlyNew: true },
  { file: 'events', ...knowledgeTables.events, articles: ['article_id'], onlyNew: true },
  { file: 'words', ...knowledgeTables.words },
  { file: 'sources', ...sourceTables.sources },
  { file: 'source-items', ...sourceTables.items, onlyNew: true },
  { file: 'source-texts', ...sourceTables.texts, onlyNew: true },
  { file: 'graph-entities', ...graphTables.entities },
  { file: 'graph-edges', ...graphTables.edges },
  { file: 'graph-verdicts', ...graphTables.verdicts },
  { file: 'graph-changes', ...graphTables.changes, onlyNew: true },
  { file: 'graph-examples', ...graphTables.examples },
  { file: 'graph-model', ...graphTables.models, onlyNew: true },
  { file: 'relations', ...knowledgeTables.relations, onlyNew: true },
  { file: 'ratings', ...knowledgeTables.ratings, articles: ['article_id'], onlyNew: true },
  { file: 'weights', ...learningTables.weights, articles: ['article_id'], onlyNew: true },
  { file: 'acts', ...learningTables.acts, articles: ['article_id'], onlyNew: true },
  { file: 'gaps', ...learningTables.gaps, articles: ['article_id'] },
  { file: 'flows', ...flowTables.parts },
  { file: 'flow-versions', ...flowTables.versions, onlyNew: true },
  { file: 'evaluation-sets', ...evaluatingTables.sets },
  { file: 'evaluation-questions', ...evaluatingTables.questions, articles: ['article_ids'] },
  { file: 'evaluation-runs', ...evaluatingTables.runs, onlyNew: true },
  { file: 'evaluation-outcomes', ...evaluatingTables.outcomes, articles: ['article_ids'], onlyNew: true },
]
export const manifestName = 'manifest.json'
/** Before the id of the item whose original it is. */
export const originalsFolder = 'originals/'
