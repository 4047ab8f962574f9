import { afterAll, expect, it } from 'vitest'
import { promisesOfEmbeddingModel, promisesOfReranker } from './embedding.contract.ts'
import { createEmbeddingEndpoint } from './embedding-endpoint.ts'
import { type Behaviour, fitOf, placeOf, startMeaningEndpoint } from './meaning-endpoint.testing.ts'
import { createRerankEndpoint } from './rerank-endpoint.ts'
import { createScriptedEmbedding, createScriptedReranker, type Mood } from './scripted-embedding.ts'

let behaviour: Behaviour = { kind: 'answer' }
const endpoint = await startMeaningEndpoint(() => behaviour)
afterAll(() => endpoint.close())
/** A short wait only for what never answers: on a busy machine a real answer takes its time. */
const settingsFor = ({ kind }: Behaviour) => ({
  url: endpoint.url,
  name: 'scripted',
  limit: kind === 'stall' ? 200 : 10_000,
})
const settings = settingsFor({ kind: 'answer' })

promisesOfEmbeddingModel('an OpenAI-compatible endpoint', (next) => {
  behaviour = next
  return createEmbeddingEndpoint(settingsFor(next))
})
promisesOfReranker('a /rerank endpoint', (next) => {
  behaviour = next
  return createRerankEndpoint(settingsFor(next))
})

const moodOf = ({ kind }: Behaviour): Mood => {
  if (kind === 'answer') return {}
  return { fail: kind === 'stall' ? 'too-slow' : 'failed' }
}
promisesOfEmbeddingModel('the scripted model', (next) => createScriptedEmbedding(placeOf, moodOf(next)))
promisesOfReranker('the scripted reranker', (next) => createScriptedReranker(fitOf, moodOf(next)))

it('sends the key, the model and many texts in batches', async () => {
  behaviour = { kind: 'answer' }
  endpoint.requests.length = 0
  const model = createEmbeddingEndpoint({ ...settings, key: 'secret', batch: 2 })
  await model.embed(['a', 'b', 'c'])
  expect(endpoint.requests.map(({ path, authorization, body }) => [path, authorization, body.input])).toEqual([
    ['/v1/embeddings', 'Bearer secret', ['a', 'b']],
    ['/v1/embeddings', 'Bearer secret', ['c']],
  ])
  await createRerankEndpoint({ ...settings, key: 'other' }).rerank('q', ['a'])
  expect(endpoint.requests.at(-1)).toMatchObject({
    path: '/v1/rerank',
    authorization: 'Bearer other',
    body: { model: 'scripted', query: 'q', documents: ['a'], top_n: 1 },
  })
})

it('says failed when nobody listens there', async () => {
  const model = createEmbeddingEndpoint({ ...settings, url: 'http://127.0.0.1:1/v1' })
  await expect(model.embed(['a'])).rejects.toMatchObject({ kind: 'failed' })
})
