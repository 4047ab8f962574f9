/** The draft of flows, over HTTP. */
import type { flowDraftRoutes } from '@lingxi/contract/flow-routes'
import { longestFlowFile } from '@lingxi/contract/flow-versions'
import { Problem } from '@lingxi/contract/problem'
import type { Exchange, Handlers } from '@lingxi/contract/route'
import { flowSchema } from './flow-schema.ts'
import type { Flows } from './flows.ts'
import { writeFlows } from './yaml/write-flows.ts'

export function createFlowDraftRoutes({ flows }: { flows: Flows }): Handlers<typeof flowDraftRoutes> {
  const { draft } = flows
  const schema = flowSchema()
  return {
    getFlows: (_asked, { tenantId }) => flows.overview(tenantId),
    listFlowParts: async ({ query }, { tenantId }) => ({ parts: await draft.list(tenantId, query.kind) }),
    getFlowPart: ({ params }, { tenantId }) => draft.get(tenantId, params),
    saveFlowPart: ({ body }, { tenantId, staffId }) => draft.save(tenantId, body, staffId),
    renameFlowPart: ({ params, body }, { tenantId, staffId: by }) => draft.rename(tenantId, params, { ...body, by }),
    copyFlowPart: ({ params, body }, { tenantId, staffId: by }) => draft.copy(tenantId, params, { ...body, by }),
    async removeFlowPart({ params, query }, { tenantId }) {
      await draft.remove(tenantId, { ...params, ...query })
      return null
    },
    async getFlowDraft(_asked, { tenantId }) {
      // The state first: whoever publishes what they saw publishes nothing newer.
      const state = await flows.draftState(tenantId)
      return { draft: state, set: await draft.read(tenantId) }
    },
    async checkFlowDraft(_asked, { tenantId }) {
      const state = await flows.draftState(tenantId)
      return { draft: state, findings: await draft.check(tenantId, await draft.read(tenantId)) }
    },
    async exportFlowDraft(_asked, { tenantId }, exchange) {
      sendYaml(exchange, 'flows.yaml', writeFlows(await draft.read(tenantId)))
      return undefined
    },
    importFlowDraft: async ({ query, body }, { tenantId, staffId: by }) =>
      flows.importDraft(tenantId, { ...query, text: await readText(body), by }),
    getFlowSchema: async () => schema,
  }
}

export function sendYaml({ sendFile }: Exchange, name: string, text: string): void {
  const bytes = new TextEncoder().encode(text)
  async function* chunks() {
    yield bytes
  }
  sendFile({ name, mediaType: 'application/yaml; charset=utf-8', bytes: bytes.length, chunks: chunks() })
}

/** Throws `too-large` as soon as it is, and `not-text`. */
async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > longestFlowFile) throw new Problem('too-large', { detail: `at most ${longestFlowFile} bytes` })
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    throw new Problem('not-text')
  }
}
