/** Whatever an endpoint or its model does wrong, the customer is answered in the same turn, and no later than the budget. */
import { type AssistSettings, plainAssist } from '@lingxi/contract/assist'
import type { EventOf } from '@lingxi/contract/conversation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProvided, done } from '../capabilities/actions/actions.testing.ts'
import { createBuiltIns } from '../capabilities/actions/built-in.ts'
import { createModelCircuit } from '../platform/models/circuit.ts'
import { type Behaviour, startEndpoint } from '../platform/models/endpoint.testing.ts'
import type { LanguageModel, ToolModel } from '../platform/models/models.ts'
import { createOpenaiCompatibleModel } from '../platform/models/openai-compatible.ts'
import { createOpenaiToolModel } from '../platform/models/openai-tools.ts'
import { aVisitor } from './customers.testing.ts'
import { type Server, useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'

let behaviour: Behaviour = { kind: 'garbage' }
const endpoint = await startEndpoint(() => behaviour)
afterAll(() => endpoint.close())
const settings = { url: endpoint.url, name: 'scripted' }
const writer = createOpenaiCompatibleModel(settings)
const helper = createOpenaiToolModel(settings)
/** As the program wires them; the circuit is put around them where a test is about it. */
let circuit = createModelCircuit({ failures: Infinity, halfOpenAfter: 1 })
const model: LanguageModel = { ...writer, stream: (asked) => circuit.guardLanguageModel(writer).stream(asked) }
const toolModel: ToolModel = { ...helper, step: (asked) => circuit.guardToolModel(helper).step(asked) }
const order = aProvided(() => done({ state: 'sent' }), { name: 'find_order', effect: 'look' })

const server = useServer({ model, toolModel, providers: [createBuiltIns([order.provided])] })
/** The same house without any. */
const plain = useServer()

async function change(assist: Partial<AssistSettings>) {
  const { staff } = server().parts
  const before = await staff.getSettings(mainTenant)
  await staff.changeSettings(mainTenant, { ...before, assist: { ...plainAssist, seconds: 2, ...assist } })
}
/** Milliseconds: an endpoint that says nothing would be waited for without end but for the budget of two seconds. */
const soon = 12_000

async function turnOf(text: string, house: Server = server()) {
  const visitor = await aVisitor(house)
  await visitor.say(text)
  const events = await house.parts.conversations.eventsAfter(mainTenant, await visitor.conversationId(), 0)
  const decided = events.findLast((event): event is EventOf<'turn-decided'> => event.type === 'turn-decided')!
  const sent = events.findLast((event): event is EventOf<'message-sent'> => event.type === 'message-sent')!
  return { decided, why: decided.why, told: sent.text, took: decided.why.milliseconds?.['compose'] ?? 0 }
}
const calls = (name: string, input: string): Behaviour => ({ kind: 'calls', pieces: [], calls: [{ name, input }] })
const question = '怎么退货？'

/** Of several outcomes the one that the machine comes to first. */
type Trouble = [what: string, behaviour: Behaviour, ...outcomes: string[]]
const troubles: Trouble[] = [
  ['is down', { kind: 'status', status: 503 }, 'failed'],
  ['refuses its key', { kind: 'status', status: 401 }, 'failed'],
  ['never says a word', { kind: 'stall', pieces: [] }, 'too-slow'],
  ['stops in the middle and keeps the line', { kind: 'stall', pieces: ['收货后 7 天内[1]。'] }, 'too-slow'],
  ['hangs up in the middle', { kind: 'cut', pieces: ['收货后 7 天内[1]。'] }, 'failed'],
  ['answers with nonsense', { kind: 'garbage' }, 'failed'],
  ['answers with bytes', { kind: 'bytes' }, 'failed'],
  ['withholds the text', { kind: 'refuse', pieces: [] }, 'refused'],
  ['says nothing', { kind: 'answer', pieces: [] }, 'ungrounded'],
  ['invents', { kind: 'answer', pieces: ['月亮是绿色的奶酪做的[1]。'] }, 'ungrounded'],
  ['writes for ever', { kind: 'endless', piece: '退货 ' }, 'over-budget', 'too-slow'],
  ['calls a tool that does not exist, for ever', calls('pay_everybody', '{"amount":9}'), 'failed'],
  ['calls with what is no JSON, for ever', calls('find_order', '{"number":'), 'failed'],
  ['calls with what does not fit, for ever', calls('find_order', '{"numero":"退货"}'), 'failed'],
  ['calls with a number that nobody gave, for ever', calls('find_order', '{"number":"D1"}'), 'failed'],
  ['calls the same for ever', calls('find_order', '{"number":"退货"}'), 'over-budget'],
]

describe('a model that is asked first, and', () => {
  beforeAll(() => change({ use: 'always' }))

  it.each(troubles)('%s', async (_, next, ...outcomes) => {
    behaviour = next
    const { why, decided, told, took } = await turnOf(question)
    expect(outcomes).toContain(why.assisted?.outcome)
    expect(decided).toMatchObject({ decision: 'answer', why: { writer: 'extracted' } })
    expect(told).toContain('预约上门取件')
    expect(took).toBeLessThan(soon)
  })

  it('goes on calling as long as it may, and no longer', async () => {
    await change({ use: 'always', steps: 2 })
    behaviour = calls('find_order', '{"number":"退货"}')
    const before = endpoint.requests.length
    const { why } = await turnOf(question)
    expect(why.assisted).toMatchObject({ outcome: 'over-budget', reason: 'steps', use: { steps: 2, calls: 1 } })
    expect(endpoint.requests).toHaveLength(before + 2)
    // In its last step it is given no tools.
    expect(endpoint.requests.slice(before).map(({ body }) => 'tools' in JSON.parse(body))).toEqual([true, false])
    await change({ use: 'always' })
  })

  it('is not waited for at all once its endpoint has failed again and again', async () => {
    const before = circuit
    circuit = createModelCircuit({ failures: 2, halfOpenAfter: 60_000 })
    behaviour = { kind: 'status', status: 500 }
    for (const _ of [1, 2]) await turnOf(question)
    const requests = endpoint.requests.length
    const { why, told } = await turnOf(question)
    expect(why.assisted).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('circuit is open') })
    expect(told).toContain('预约上门取件')
    expect(endpoint.requests).toHaveLength(requests)
    circuit = before
  })
})

describe('a model whose endpoint says nothing', () => {
  beforeAll(() => change({}))

  it('keeps the writer of answers no longer than the budget, and is not asked a second time', async () => {
    behaviour = { kind: 'stall', pieces: [] }
    const before = endpoint.requests.length
    const { why, told, took } = await turnOf(question)
    expect(why).toMatchObject({ writer: 'extracted', modelOutcome: 'too-slow' })
    expect(why.assisted).toBeUndefined()
    expect(told).toContain('预约上门取件')
    expect(took).toBeLessThan(soon)
    expect(endpoint.requests.length - before).toBeLessThanOrEqual(1)
  })

  const said = ['你好', '谢谢你', '转人工', '你是机器人吗？', question, '你们老板的生日是哪天？', '太差了，气死我了！']
  it.each(said)('changes nothing in what is decided without one: %s', async (text) => {
    behaviour = { kind: 'stall', pieces: [] }
    const [withModel, without] = [await turnOf(text), await turnOf(text, plain())]
    expect(withModel.decided.decision).toBe(without.decided.decision)
    expect(withModel.told).toBe(without.told)
  })
})
