import { afterAll, describe, expect, it } from 'vitest'
import { createModelCircuit } from './circuit.ts'
import { type Behaviour, startEndpoint } from './endpoint.testing.ts'
import { createOpenaiToolModel } from './openai-tools.ts'
import { createScripted } from './scripted.ts'
import { createScriptedTools, type ScriptedStep } from './scripted-tools.ts'
import { aStep, promisesOfToolModel, takeStep } from './tool-model.contract.ts'

let behaviour: Behaviour = { kind: 'garbage' }
const endpoint = await startEndpoint(() => behaviour)
afterAll(() => endpoint.close())
const settings = { url: endpoint.url, name: 'scripted' }
/** For what never answers: on a busy machine a real answer takes its time, and so does being asked. */
const hasty = { ...settings, firstWordLimit: 2_000, totalLimit: 4_000 }

promisesOfToolModel('an OpenAI-compatible endpoint', (next) => {
  behaviour = next
  return createOpenaiToolModel(next.kind === 'stall' ? hasty : settings)
})

function inputOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}
function scriptOf(next: Behaviour): ScriptedStep {
  const say = 'pieces' in next ? next.pieces : []
  if (next.kind === 'answer') return { say }
  if (next.kind === 'calls')
    return {
      say,
      calls: next.calls.map(({ name, input }) => ({ name, input: inputOf(input) })),
      ...(next.spent && { spent: next.spent }),
    }
  return { say, fail: next.kind === 'refuse' ? 'refused' : next.kind === 'stall' ? 'too-slow' : 'failed' }
}
promisesOfToolModel('the scripted model with tools', (next) => createScriptedTools([scriptOf(next)]))

it('tells the endpoint what was called before and what came of it, the tools, and how much it may write', async () => {
  behaviour = { kind: 'answer', pieces: ['ok'] }
  const call = { id: 'call-7', name: 'find_order', input: { number: 'D1' } }
  const turns = [
    ...aStep.turns,
    { by: 'model' as const, text: 'One moment.', calls: [call] },
    { by: 'tool' as const, call, told: '{"state":"sent"}' },
  ]
  await takeStep(createOpenaiToolModel({ ...settings, key: 'secret' }), { turns, mostTokens: 77 })
  const sent = endpoint.requests.at(-1)!
  expect(sent.authorization).toBe('Bearer secret')
  const body = JSON.parse(sent.body)
  expect(body).toMatchObject({ model: 'scripted', stream: true, temperature: 0, max_tokens: 77 })
  expect(body.messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user', 'assistant', 'tool'])
  expect(body.messages[2].tool_calls[0].function).toEqual({ name: 'find_order', arguments: '{"number":"D1"}' })
  expect(body.messages[3]).toMatchObject({ tool_call_id: 'call-7', content: '{"state":"sent"}' })
  expect(body.tools[0].function.name).toBe('find_order')
})

it('hangs up on an endless text once nobody listens', async () => {
  behaviour = { kind: 'endless', piece: 'again ' }
  const before = endpoint.counts.hungUp
  let heard = 0
  for await (const part of createOpenaiToolModel(settings).step(aStep)) if (part.kind === 'text' && ++heard > 20) break
  await expect.poll(() => endpoint.counts.hungUp).toBeGreaterThan(before)
})

describe('an endpoint that is out of order', () => {
  const limits = { failures: 2, halfOpenAfter: 2_000 }

  it('is not asked any more after several failures in a row, and is tried again later', async () => {
    const model = createModelCircuit(limits).guardToolModel(createOpenaiToolModel(settings))
    behaviour = { kind: 'status', status: 500 }
    for (const _ of [1, 2]) expect((await takeStep(model)).ended).toBe('failed')
    const before = endpoint.requests.length
    await expect(model.step(aStep)[Symbol.asyncIterator]().next()).rejects.toThrow('The circuit is open')
    expect(endpoint.requests).toHaveLength(before)
    behaviour = { kind: 'answer', pieces: ['back'] }
    await expect.poll(async () => (await takeStep(model)).ended, { interval: 20 }).toBe('whole')
    expect((await takeStep(model)).ended).toBe('whole')
  })

  it('is known to whoever asks it: the writer of answers and the model with tools', async () => {
    const circuit = createModelCircuit({ ...limits, halfOpenAfter: 60_000 })
    const writer = circuit.guardLanguageModel(createScripted([{ fail: 'failed' }, { fail: 'too-slow' }]))
    for (const _ of [1, 2])
      await expect(writer.stream({ system: '', prompt: '' })[Symbol.asyncIterator]().next()).rejects.toThrow(
        'As scripted',
      )
    const model = circuit.guardToolModel(createScriptedTools([{ say: ['never'] }]))
    expect(await takeStep(model)).toMatchObject({ parts: [], ended: 'failed' })
  })

  it('is not made of refusals, nor of callers that leave', async () => {
    const circuit = createModelCircuit({ ...limits, halfOpenAfter: 60_000 })
    const scripts = [...Array.from({ length: 4 }, () => ({ say: ['no'], fail: 'refused' as const })), { say: ['yes'] }]
    const model = circuit.guardToolModel(createScriptedTools(scripts))
    for (const _ of [1, 2, 3, 4]) expect((await takeStep(model)).ended).toBe('refused')
    expect((await takeStep(model)).ended).toBe('whole')
  })
})
