/** Conversations as tests, and their runs, over HTTP. */
import type { dialogueCaseRoutes } from '@lingxi/contract/dialogue-case-routes'
import { longestCaseFile } from '@lingxi/contract/dialogue-case-runs'
import { Problem } from '@lingxi/contract/problem'
import type { Handlers } from '@lingxi/contract/route'
import { caseSchema } from './case-schema.ts'
import type { DialogueCases } from './dialogue-cases.ts'
import { readCase, writeCase } from './read-cases.ts'

export function createDialogueCaseRoutes({ cases, runs }: DialogueCases): Handlers<typeof dialogueCaseRoutes> {
  const schema = caseSchema()
  return {
    async listDialogueCases(_asked, { tenantId }) {
      // The run first: where it is over, what came of its cases is told with it.
      const run = await runs.last(tenantId)
      return { cases: await cases.list(tenantId), run }
    },
    getDialogueCase: ({ params }, { tenantId }) => cases.get(tenantId, params.id),
    saveDialogueCase: ({ body }, { tenantId, staffId }) => cases.save(tenantId, body, staffId),
    async removeDialogueCase({ params, query }, { tenantId }) {
      await cases.remove(tenantId, { ...params, ...query })
      return null
    },
    async exportDialogueCases(_asked, { tenantId }, { sendFile }) {
      const bytes = new TextEncoder().encode(await cases.write(tenantId))
      async function* chunks() {
        yield bytes
      }
      const mediaType = 'application/yaml; charset=utf-8'
      sendFile({ name: 'conversation-tests.yaml', mediaType, bytes: bytes.length, chunks: chunks() })
      return undefined
    },
    importDialogueCases: async ({ query, body }, { tenantId, staffId: by }) =>
      cases.take(tenantId, { ...query, text: await readText(body), by }),
    async readDialogueCase({ body }) {
      const read = readCase(body.text, body.language)
      return 'faults' in read ? { content: null, faults: read.faults } : { content: read.value, faults: [] }
    },
    writeDialogueCase: async ({ body }) => ({ text: writeCase(body.content) }),
    getDialogueCaseSchema: async () => schema,
    startCaseRun: ({ body }, { tenantId, staffId: by }) => runs.start(tenantId, { ...body, by }),
    getCaseRun: ({ params }, { tenantId }) => runs.get(tenantId, params.id),
    getCaseCoverage: async (_asked, { tenantId }) => ({ flows: await runs.coverage(tenantId) }),
  }
}

/** Throws `too-large` as soon as it is, and `not-text`. */
async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > longestCaseFile) throw new Problem('too-large', { detail: `at most ${longestCaseFile} bytes` })
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    throw new Problem('not-text')
  }
}
