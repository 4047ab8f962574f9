import { z } from 'zod'
import { Language } from './message.ts'
import { route } from './route.ts'
import { CutSentence, SearchWord, SearchWordDraft, SearchWordKind, SearchWordsReport } from './search-words.ts'

const byId = z.strictObject({ id: z.string().max(80) })

/** The company's dictionary, synonyms and stop words. A change holds from the next question on, in every process. */
export const wordsRoutes = {
  listWords: route({
    method: 'GET',
    path: '/api/v1/knowledge/words',
    area: 'Knowledge',
    access: 'staff',
    summary: 'The company’s dictionary words, synonyms and stop words; `q` looks in the words themselves',
    query: z.strictObject({
      q: z.string().max(60).optional(),
      kind: SearchWordKind.optional(),
      language: Language.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    ok: z.strictObject({ words: z.array(SearchWord), total: z.int() }),
  }),
  cutSentence: route({
    method: 'GET',
    path: '/api/v1/knowledge/words/cut',
    area: 'Knowledge',
    access: 'staff',
    summary: 'How a sentence is cut into words now, which of them say little, and what stands for each',
    query: z.strictObject({ q: z.string().trim().min(1).max(500), language: Language.default('zh') }),
    ok: CutSentence,
  }),
  addWord: route({
    method: 'POST',
    path: '/api/v1/knowledge/words',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Add a word, a synonym or a stop word',
    body: SearchWordDraft,
    ok: SearchWord,
    status: 201,
  }),
  changeWord: route({
    method: 'PUT',
    path: '/api/v1/knowledge/words/:id',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Replace one; `version` is the one the edit started from',
    params: byId,
    body: SearchWordDraft.safeExtend({ version: z.int32().positive() }),
    ok: SearchWord,
  }),
  removeWord: route({
    method: 'DELETE',
    path: '/api/v1/knowledge/words/:id',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Remove one',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  importWords: route({
    method: 'POST',
    path: '/api/v1/knowledge/words/imports',
    area: 'Knowledge',
    access: 'supervisor',
    summary:
      'Import a CSV, sent as the body: columns kind (word, stop-word, two-way, one-way), text, and optionally others (separated by |), weight (0–1) and language (zh, en or empty); or a list of dictionary words, one a line. What is there already is replaced',
    body: 'bytes',
    ok: SearchWordsReport,
  }),
}
