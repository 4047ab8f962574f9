import { openaiRoutes } from '@lingxi/contract/channel-routes'
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check'
import { expect, it } from 'vitest'
import { writeChunks, writeCompletion, writeModels } from './write-completion.ts'

const begun = { id: 'chatcmpl-1', atSeconds: 1_776_412_800, model: 'lingxi' }
type Chunk = {
  id: string
  object: string
  choices: { delta: { role?: string; content?: string }; finish_reason: string | null }[]
  usage?: object
}

async function listen(answer: Promise<string>, withUsage = false) {
  const lines: string[] = []
  for await (const line of writeChunks(begun, answer, withUsage)) lines.push(line)
  expect(lines.every((line) => /^data: [^\n]+\n\n$/.test(line))).toBe(true)
  expect(lines.at(-1)).toBe('data: [DONE]\n\n')
  return lines.slice(0, -1).map((line): Chunk => JSON.parse(line.slice('data: '.length)))
}
const textOf = (chunks: Chunk[]) => chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')

const piece = constantFrom(
  '退货',
  '😀',
  '👨‍👩‍👧',
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  ' ',
  '- a\n- b',
  'data: [DONE]',
  '"\\',
)
const text = oneof(
  array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
  string({ unit: 'binary', maxLength: 200 }),
)

it('writes chunks that add up to the text, none with half a character', async () => {
  const run = asyncProperty(text, async (said) => {
    const chunks = await listen(Promise.resolve(said))
    expect(textOf(chunks)).toBe(said)
    expect(chunks.every(({ choices }) => (choices[0]?.delta.content ?? '').isWellFormed())).toBe(true)
  })
  await assert(run, { numRuns: 300 })
})

it('begins with the role before there are words, and ends with "stop"', async () => {
  const pending = Promise.withResolvers<string>()
  const stream = writeChunks(begun, pending.promise, false)
  const first = await stream.next()
  expect(first.value).toContain('"delta":{"role":"assistant","content":""}')
  pending.resolve('好')
  const rest: string[] = []
  for await (const line of stream) rest.push(line)
  expect(rest).toHaveLength(3)
  expect(rest[1]).toContain('"delta":{},"logprobs":null,"finish_reason":"stop"')
})

it('tells the usage in a chunk without choices, only where it is asked for', async () => {
  const asked = await listen(Promise.resolve('七天内😀'), true)
  expect(asked.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 5, total_tokens: 5 } })
  const unasked = await listen(Promise.resolve('七天内😀'))
  expect(unasked.filter(({ usage }) => usage)).toEqual([])
  expect(asked.every(({ id, object }) => id === begun.id && object === 'chat.completion.chunk')).toBe(true)
})

it('fails as its answer fails, without an end that would look whole', async () => {
  const lines: string[] = []
  const run = async () => {
    for await (const line of writeChunks(begun, Promise.reject(new Error('gone')), true)) lines.push(line)
  }
  await expect(run()).rejects.toThrow('gone')
  expect(lines).toHaveLength(1)
})

it('writes the same words whole, with the same usage', async () => {
  const whole = writeCompletion({ ...begun, text: '七天内😀' })
  expect(whole).toMatchObject({
    object: 'chat.completion',
    created: begun.atSeconds,
    choices: [{ message: { role: 'assistant', content: '七天内😀' }, finish_reason: 'stop' }],
  })
  expect((await listen(Promise.resolve('七天内😀'), true)).at(-1)!.usage).toEqual(whole.usage)
})

it('lists the bot as a model', () => {
  expect(openaiRoutes.listModels.ok.parse(writeModels('lingxi'))).toEqual(writeModels('lingxi'))
})
