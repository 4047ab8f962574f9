import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { unpackLessons } from '../formats/packed-lessons.ts'
import type { LessonExample } from '../lessons.ts'
import { askThread } from './ask-thread.ts'

const preview = async (text: string, format: 'jsonl' | 'rasa' | 'csv') => {
  const asked = await askThread({ kind: 'preview', bytes: Buffer.from(text), format, language: undefined })
  return asked.outcome === 'answered' ? asked.answer : asked.outcome
}
const holds = (answer: Awaited<ReturnType<typeof preview>>) =>
  typeof answer === 'object' ? [answer.report.holds.examples, answer.report.adds.examples] : answer

it('reads a file of many megabytes in a thread, and never ends the process', { timeout: 120_000 }, async () => {
  const line = '{"text":"我要退款，怎么还没有到账呢","intent":"refund"}\n'
  expect(holds(await preview(line.repeat(100_000), 'jsonl'))).toEqual([100_000, 1])
  expect(
    holds(await preview(`nlu:\n- intent: x\n  examples: |\n${'    - 我要退款\n'.repeat(50_000)}`, 'rasa')),
  ).toEqual([50_000, 1])
  expect(await preview(line.repeat(200_001), 'jsonl')).toBeUndefined()
})

it('packs what was read in pieces, and nothing is lost between them', async () => {
  const lines = Array.from({ length: 1_101 }, (_, at) => JSON.stringify({ text: `text ${at}`, intent: `i${at % 7}` }))
  const words = Array.from({ length: 600 }, (_, at) => JSON.stringify({ dictionary: { type: 't', value: `v${at}` } }))
  const answer = await preview([...words, ...lines, 'no json'].join('\n'), 'jsonl')
  if (typeof answer !== 'object') throw new Error('not read')
  const texts: string[] = []
  const values: string[] = []
  for await (const { examples, dictionary } of unpackLessons(answer.content)) {
    expect(examples.length + dictionary.length).toBeLessThanOrEqual(250)
    texts.push(...examples.map(({ text }) => text))
    values.push(...dictionary.map(({ value }) => value))
  }
  expect([texts.length, texts[1_100], values.length, values[599]]).toEqual([1_101, 'text 1100', 600, 'v599'])
})

it('is handed examples some at a time', async () => {
  const example = (at: number): LessonExample => {
    const nothing = { outOfScope: false, entities: [], sentiment: null, emotion: null }
    return {
      id: `exa_${at}`,
      text: at === 1_500 ? '退款！' : `退款${at || ''}`,
      language: 'zh',
      intent: `i${at % 9}`,
      ...nothing,
    }
  }
  const asked = await askThread(
    { kind: 'find-doubtful' },
    {
      changes: 1,
      intents: [],
      entityTypes: [],
      dictionary: [],
      patterns: [],
      async *examples() {
        for (let start = 0; start < 3_000; start += 500)
          yield Array.from({ length: 500 }, (_, at) => example(start + at))
      },
    },
  )
  expect(asked.outcome === 'answered' && asked.answer[0]).toMatchObject({
    kind: 'two-intents',
    exampleIds: ['exa_0', 'exa_1500'],
  })
})

it('holds up the thread that asks for some milliseconds only', { timeout: 120_000 }, async () => {
  const nothing = { outOfScope: false, entities: [], sentiment: null, emotion: null }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await askThread(
    { kind: 'find-doubtful' },
    {
      changes: 1,
      intents: [],
      entityTypes: [],
      dictionary: [],
      patterns: [],
      async *examples() {
        for (let start = 0; start < 60_000; start += 1_000) {
          yield Array.from({ length: 1_000 }, (_, at): LessonExample => {
            const [id, text] = [`exa_${start + at}`, `我想查一下订单号${start + at}的物流到哪里了`]
            return { id, text, language: 'zh', intent: `i${at % 50}`, ...nothing }
          })
          await new Promise((resolve) => setImmediate(resolve))
        }
      },
    },
  )
  delay.disable()
  // Seconds, were it done here: generous, since others may use this machine.
  expect(delay.max / 1e6).toBeLessThan(500)
})
