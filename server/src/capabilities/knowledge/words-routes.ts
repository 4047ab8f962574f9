/** The company's dictionary, synonyms and stop words over HTTP. */
import type { Handlers } from '@lingxi/contract/route'
import type { wordsRoutes } from '@lingxi/contract/words-routes'
import type { CompanyWords } from './company-words.ts'

type Words = Pick<CompanyWords, 'list' | 'cut' | 'add' | 'change' | 'remove' | 'importFile'>

export function createWordsRoutes({ words }: { words: Words }): Handlers<typeof wordsRoutes> {
  return {
    listWords: ({ query }, { tenantId }) => words.list(tenantId, query),
    cutSentence: ({ query }, { tenantId }) => words.cut(tenantId, query),
    addWord: ({ body }, { tenantId, staffId }) => words.add(tenantId, body, staffId),
    changeWord: ({ params, body }, { tenantId, staffId }) =>
      words.change(tenantId, params.id, { ...body, by: staffId }),
    async removeWord({ params }, { tenantId }) {
      await words.remove(tenantId, params.id)
      return null
    },
    importWords: ({ body }, { tenantId, staffId }) => words.importFile(tenantId, body, staffId),
  }
}
