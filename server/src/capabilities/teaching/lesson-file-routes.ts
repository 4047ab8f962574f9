/** Files of lessons and starter packs, over HTTP. */
import { Problem } from '@lingxi/contract/problem'
import type { Handlers } from '@lingxi/contract/route'
import type { LessonFormat } from '@lingxi/contract/teaching'
import type { lessonFileRoutes } from '@lingxi/contract/training-routes'
import { largestLessonFile } from './formats/lesson-files.ts'
import type { Teaching } from './teaching.ts'

const files: Record<LessonFormat, { name: string; mediaType: string }> = {
  rasa: { name: 'nlu.yml', mediaType: 'application/yaml' },
  jsonl: { name: 'lessons.jsonl', mediaType: 'application/jsonl' },
  csv: { name: 'lessons.csv', mediaType: 'text/csv; charset=utf-8' },
}

export function createLessonFileRoutes({ teaching }: { teaching: Teaching }): Handlers<typeof lessonFileRoutes> {
  const { imports, packs } = teaching
  return {
    previewLessons: async ({ query, body }, { tenantId }) =>
      imports.preview(tenantId, { ...query, bytes: await gather(body) }),
    getLessonImport: ({ params }, { tenantId }) => imports.get(tenantId, params.id),
    commitLessons: ({ params }, { tenantId, staffId }) => imports.commit(tenantId, params.id, staffId),
    async discardLessons({ params }, { tenantId }) {
      await imports.discard(tenantId, params.id)
      return null
    },
    async exportLessons({ query }, { tenantId }, exchange) {
      const bytes = await imports.export(tenantId, query.format)
      exchange.sendFile({ ...files[query.format], bytes: bytes.length, chunks: once(bytes) })
      return undefined
    },
    listPacks: async (_asked, { tenantId }) => ({ packs: await packs.list(tenantId) }),
    takePack: ({ params, body }, { tenantId, staffId: by }) => packs.take(tenantId, { ...params, ...body, by }),
  }
}

/** Throws `too-large` as soon as it is. */
async function gather(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > largestLessonFile) throw new Problem('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
