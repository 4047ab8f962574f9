import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Meaning } from '@lingxi/contract/understanding'
import type { Backend } from './backends/backends.ts'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { createTokens } from '../../platform/search/tokens.ts'
import { createVocabulary } from '../../platform/search/vocabulary.ts'
import { packArtefact } from './learning/artefact.ts'
import type { Classify } from './learnt.ts'
import { createUnderstanding } from './understanding.ts'
import { processorTime } from '../../platform/clock/processor-time.testing.ts'

const tokens = createTokens()
const tenant = 'tnt_1'
const context = { language: 'zh' } as const

/** Knows by one word each. */
const words: Record<string, string> = {
  退货: 'return-goods',
  发票: 'request-invoice',
  refund: 'request-refund',
  退款: 'request-refund',
}
const classify: Classify = (text) => {
  const heard = Object.keys(words).filter((word) => text.includes(word))
  const labels = heard.map((word) => ({ label: words[word]!, probability: 0.9 }))
  return {
    labels,
    inScope: heard.length > 0 ? 0.95 : 0.1,
    because: (label) => {
      const word = heard.find((each) => words[each] === label)!
      return [{ start: text.indexOf(word), end: text.indexOf(word) + word.length, weight: 1 }]
    },
  }
}
function taught(intents: Classify = classify) {
  const vocabulary = createVocabulary({ tokens })
  for (const text of ['我要退货', '开发票', 'i want a refund']) vocabulary.add(text)
  const understanding = createUnderstanding({
    tokens,
    clock: createFakeClock(),
    timeZoneOf: async () => 'Asia/Shanghai',
  })
  understanding.useOpened(tenant, { version: 'v1', intents, vocabulary })
  return understanding
}

test('an intent is told with the words it rests on, as they were typed', async () => {
  const typed = '您好  我想 退貨'
  const { intents, readBy, script, outOfScope } = await taught().understand(tenant, typed, context)
  expect(intents).toMatchObject([{ name: 'return-goods', probability: 0.9, because: [{ text: '退貨' }] }])
  expect(typed.slice(intents[0]!.because[0]!.start, intents[0]!.because[0]!.end)).toBe('退貨')
  expect({ readBy, script, outOfScope }).toEqual({
    readBy: { backend: 'linear', version: 'v1' },
    script: 'traditional',
    outOfScope: { decided: false, probability: 0.05 },
  })
})

test('the number of an order says nothing of what is wanted, and a number alone says nothing at all', async () => {
  const heard: string[] = []
  const hearing: Classify = (text) => (heard.push(text), classify(text))
  const understanding = taught(hearing)
  const { intents } = await understanding.understand(tenant, '我想退货 SG70411004', context)
  expect(intents).toMatchObject([{ name: 'return-goods' }])
  expect(heard).toContain('我想退货')
  const typed = '订单SG70411004 我想 退貨 了 13800138000'
  const again = (await understanding.understand(tenant, typed, context)).intents[0]!.because[0]!
  expect(typed.slice(again.start, again.end)).toBe('退貨')
  heard.length = 0
  expect(await understanding.understand(tenant, 'SG70411004', context)).toMatchObject({
    intents: [],
    outOfScope: { decided: false },
  })
  expect(heard).toEqual([])
})

test.each([
  ['退款SG70411004', '退款订单'],
  ['please refund SG70411004', 'please refund my order'],
  ['a refund for SG70411004, now', 'a refund for my order, now'],
  // Said beside, it is no part of the sentence.
  ['SG70411004 退款', '退款'],
  ['refund order SG70411004', 'refund order'],
  ['退款 2024', '退款'],
])('the number of an order is read as the word for it: %s → %s', async (typed, read) => {
  const heard: string[] = []
  const hearing: Classify = (text) => (heard.push(text), classify(text))
  await taught(hearing).understand(tenant, typed, context)
  expect(heard[0]).toBe(read)
})

test('what only a comma divides is read apart where both parts are plain', async () => {
  const sure: Classify = (text) => {
    const { labels, ...rest } = classify(text)
    return { ...rest, labels: labels.map((each) => ({ ...each, probability: labels.length > 1 ? 0.5 : 0.95 })) }
  }
  const read = async (text: string) =>
    (await taught(sure).understand(tenant, text, context)).intents.map(({ name }) => name)
  expect(await read('我要退货，能开发票吗')).toEqual(['return-goods', 'request-invoice'])
  expect(await read('退货的时候，发票丢了')).toEqual(['return-goods'])
})

test('several intents in one message are told in order, each with its part', async () => {
  const typed = '我要退货。另外帮我开发票'
  const { intents } = await taught().understand(tenant, typed, context)
  expect(intents.map(({ name, start, end }) => [name, typed.slice(start, end)])).toEqual([
    ['return-goods', '我要退货'],
    ['request-invoice', '另外帮我开发票'],
  ])
})

test('a guess is no intent, but a candidate to ask back with', async () => {
  const understanding = createUnderstanding({
    tokens,
    clock: createFakeClock(),
    timeZoneOf: async () => 'Asia/Shanghai',
  })
  const unsure: Classify = (text) => ({ ...classify(text), labels: [{ label: 'return-goods', probability: 0.3 }] })
  understanding.useOpened(tenant, { version: 'v1', intents: unsure })
  const { intents, candidates, outOfScope } = await understanding.understand(tenant, '退货', context)
  expect({ intents, candidates, decided: outOfScope.decided }).toEqual({
    intents: [],
    candidates: [{ name: 'return-goods', probability: 0.3 }],
    decided: false,
  })
})

test('what is out of scope has no intent', async () => {
  const { intents, outOfScope } = await taught().understand(tenant, '今天天气真好啊', context)
  expect({ intents, decided: outOfScope.decided }).toEqual({ intents: [], decided: true })
})

test.each([
  ['i want a refnud', 'refund', 'letters'],
  ['i want a refubd', 'refund', 'keys'],
  ['我要退伙', '退货', 'sound'],
  ['tuihuo', '退货', 'sound'],
])('the slip in %j is read as %s', async (typed, meant, by) => {
  const { corrections, intents } = await taught().understand(tenant, typed, context)
  expect(corrections).toMatchObject([{ meant, by, said: expect.any(String) }])
  expect(intents).toHaveLength(1)
})

test('words that were taught, and slips that help nothing, are left alone', async () => {
  const { corrections } = await taught().understand(tenant, 'my parking refund', context)
  expect(corrections).toEqual([])
})

test('a follow-up is read with what it leaves out', async () => {
  const understanding = taught()
  const alone = await understanding.understand(tenant, '白色的呢', context)
  const asked = await understanding.understand(tenant, '白色的呢', { ...context, askedBefore: ['黑色的怎么退货'] })
  expect([alone.completed, alone.intents]).toEqual([null, []])
  expect(asked).toMatchObject({ completed: expect.stringContaining('退货'), intents: [{ name: 'return-goods' }] })
})

test('what was learnt belongs to one company, and can be taken back', async () => {
  const understanding = taught()
  expect((await understanding.understand('tnt_2', '我要退货', context)).readBy).toBeNull()
  await understanding.use(tenant, undefined)
  expect((await understanding.understand(tenant, '我要退货', context)).intents).toEqual([])
})

test('what a message names is told beside its intent', async () => {
  const { entities } = await taught().understand(tenant, '订单明天下午三点能到吗,我付了¥1,299', context)
  expect(entities).toMatchObject([
    { by: 'time', text: '明天下午三点', value: { kind: 'time', from: '2026-01-06T15:00:00+08:00' } },
    { by: 'pattern', text: '¥1,299', value: { kind: 'number', number: 1299, unit: 'CNY' } },
  ])
})

test("the words of the company's lists, what fits its patterns, and who somebody is are told", async () => {
  const understanding = taught()
  const artefact = packArtefact({
    models: {},
    dictionary: [{ type: 'courier', value: '顺丰速运', words: ['顺丰'], language: 'zh' }],
    patterns: [{ type: 'sku', expression: 'LX-\\d{3}' }],
    shown: [],
  })
  expect(await understanding.use(tenant, { version: 'v3', artefact })).toEqual({ outcome: 'used' })
  const { entities, personalData } = await understanding.understand(tenant, '我叫王小明，LX-001 走順豐', context)
  expect(entities).toMatchObject([
    { type: 'sku', text: 'LX-001', by: 'pattern' },
    { type: 'courier', text: '順豐', by: 'dictionary', value: { kind: 'text', text: '顺丰速运' } },
  ])
  expect(personalData).toMatchObject([{ kind: 'name', start: 2, end: 5 }])
})

test('an artefact that is broken is refused, and what was learnt before goes on reading', async () => {
  const understanding = taught()
  const artefact = new TextEncoder().encode('no artefact at all, but long enough')
  expect(await understanding.use(tenant, { version: 'v2', artefact })).toMatchObject({ outcome: 'refused' })
  expect((await understanding.understand(tenant, '我要退货', context)).readBy).toMatchObject({ version: 'v1' })
})

test('who costs more is asked only where what was learnt is unsure, and what it says is told as its own', async () => {
  const asked: string[] = []
  const transformer: Backend = {
    name: 'transformer',
    async read(text) {
      asked.push(text)
      return {
        kind: 'read',
        intents: [{ name: 'track-order', probability: 0.8 }],
        outOfScope: 0.1,
        entities: [{ start: 0, end: 2, type: 'thing', confidence: 0.9 }],
      }
    },
  }
  const clock = createFakeClock()
  const dear = { transformer, within: 500, clock }
  const understanding = createUnderstanding({ tokens, clock, timeZoneOf: async () => 'Asia/Shanghai', dear })
  const alone = await understanding.understand(tenant, '東西到哪了', context)
  expect(alone).toMatchObject({
    intents: [{ name: 'track-order', probability: 0.8 }],
    entities: [{ type: 'thing', text: '東西', by: 'model' }],
    readBy: { backend: 'transformer', version: null },
  })
  expect(asked).toEqual(['东西到哪了'])
})

test('words have their parts of speech in both languages', async () => {
  const { words: read } = await taught().understand(tenant, '我要退货 please help', context)
  expect(read.map(({ text, partOfSpeech }) => `${text}/${partOfSpeech}`)).toEqual([
    '我/pron',
    '要/verb',
    '退货/verb',
    'please/intj',
    'help/verb',
  ])
  const { words: signs, mood } = await taught().understand(tenant, 'so bad 😡', context)
  expect(signs.map(({ text }) => text)).toEqual(['so', 'bad', '😡'])
  const places = mood.emotion.because.map(({ start, end }) => `${start}-${end}`)
  expect(new Set(places).size).toBe(places.length)
})

test('any text at all has a meaning that keeps the contract', async () => {
  const understanding = taught()
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'退货refund 😡!\ud800。A') }),
  )
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      const meaning = Meaning.parse(await understanding.understand(tenant, typed, context))
      const spans = [...meaning.words, ...meaning.intents.flatMap(({ because }) => because), ...meaning.corrections]
      for (const { start, end } of spans) expect(end <= typed.length && start <= end).toBe(true)
      for (const word of meaning.words) expect(word.text).toBe(typed.slice(word.start, word.end))
    }),
    { numRuns: 200 },
  )
})

test('a hundred thousand characters are read in time', async () => {
  const began = processorTime()
  await taught().understand(tenant, '我要退货 refund please!! '.repeat(5000), context)
  expect(processorTime() - began).toBeLessThan(3000)
})
