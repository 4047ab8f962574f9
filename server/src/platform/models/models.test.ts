import { afterAll, expect, it } from 'vitest'
import { type Behaviour, startEndpoint } from './endpoint.testing.ts'
import { promisesOfLanguageModel } from './models.contract.ts'
import type { LanguageModel } from './models.ts'
import { createOpenaiCompatibleModel } from './openai-compatible.ts'
import { createScripted, type Script } from './scripted.ts'

let behaviour: Behaviour = { kind: 'garbage' }
const endpoint = await startEndpoint(() => behaviour)
afterAll(() => endpoint.close())
const settings = { url: endpoint.url, name: 'scripted' }
/** For what never answers: on a busy machine a real answer takes its time, and so does being asked. */
const hasty = { ...settings, firstWordLimit: 2_000, totalLimit: 4_000 }

promisesOfLanguageModel('an OpenAI-compatible endpoint', (next) => {
  behaviour = next
  return createOpenaiCompatibleModel(next.kind === 'stall' ? hasty : settings)
})

const whole = async (model: LanguageModel) => {
  const pieces: string[] = []
  for await (const piece of model.stream({ system: 's', prompt: 'p' })) pieces.push(piece)
  return pieces.join('')
}

const scriptOf = (next: Behaviour): Script => {
  if (next.kind === 'answer') return { say: next.pieces }
  if (next.kind === 'refuse') return { say: next.pieces, fail: 'refused' }
  if (next.kind === 'stall') return { say: next.pieces, fail: 'too-slow' }
  return { say: 'pieces' in next ? next.pieces : [], fail: 'failed' }
}
promisesOfLanguageModel('the scripted model', (next) => createScripted([scriptOf(next)]))

it('sends the key and asks for a stream without chance, once', async () => {
  const before = endpoint.requests.length
  behaviour = { kind: 'status', status: 503 }
  const model = createOpenaiCompatibleModel({ ...settings, key: 'secret' })
  await expect(whole(model)).rejects.toThrow('HTTP 503')
  const sent = endpoint.requests.slice(before)
  expect(sent).toHaveLength(1)
  expect(sent[0]!.authorization).toBe('Bearer secret')
  expect(JSON.parse(sent[0]!.body)).toMatchObject({ model: 'scripted', stream: true, temperature: 0 })
})

it('says failed when nobody listens there', async () => {
  const model = createOpenaiCompatibleModel({ ...settings, url: 'http://127.0.0.1:1/v1' })
  await expect(whole(model)).rejects.toMatchObject({ kind: 'failed' })
})

it('hangs up on a slow endpoint', async () => {
  const before = endpoint.counts.hungUp
  behaviour = { kind: 'stall', pieces: [] }
  const model = createOpenaiCompatibleModel(hasty)
  await expect(whole(model)).rejects.toMatchObject({ kind: 'too-slow' })
  await expect.poll(() => endpoint.counts.hungUp).toBeGreaterThan(before)
})
