import { describe, expect, test } from 'vitest'
import { createScripted } from '../../../platform/models/scripted.ts'
import { createScriptedEmbedding, createScriptedReranker } from '../../../platform/models/scripted-embedding.ts'
import { createScriptedTools } from '../../../platform/models/scripted-tools.ts'
import { maskEmbeddingModel, maskLanguageModel, maskReranker, maskToolModel } from './masked-models.ts'

async function say(model: ReturnType<typeof createScripted>, prompt: string, system = 'Answer.') {
  const pieces: string[] = []
  for await (const piece of maskLanguageModel(model).stream({ system, prompt })) pieces.push(piece)
  return pieces
}

describe('a masked language model', () => {
  test('is told marks, and what it writes with them has the values back, in whatever pieces it comes', async () => {
    const answer = '请打 ⟦phone 1⟧ 找 ⟦name 1⟧。'
    for (const size of [1, 2, 5, 100]) {
      const say1 = Array.from({ length: Math.ceil(answer.length / size) }, (_, at) =>
        answer.slice(at * size, (at + 1) * size),
      )
      const model = createScripted([{ say: say1 }])
      expect((await say(model, '我叫王小明，电话13812345678')).join('')).toBe('请打 13812345678 找 王小明。')
      expect(model.asked[0]!.prompt).toBe('我叫⟦name 1⟧，电话⟦phone 1⟧')
      expect(model.asked[0]!.system).toContain('⟦phone 1⟧')
    }
  })

  test('is told the same mark for the same value in every call of a session, and never the session', async () => {
    const model = createScripted(Array.from({ length: 3 }, () => ({ say: ['好'] })))
    for (const [session, prompt] of [
      ['cnv_1', '我的电话是 13812345678'],
      ['cnv_1', '打 13912345678，不要打 13812345678'],
      ['cnv_2', '我的电话是 13812345678'],
    ] as const)
      for await (const _piece of maskLanguageModel(model).stream({ system: 'Answer.', prompt, session }));
    const [first, second, third] = model.asked.map(({ prompt }) => prompt.match(/⟦phone \d+⟧/g)!)
    expect([second![1], first![0] === third![0]]).toEqual([first![0], false])
    expect(JSON.stringify(model.asked)).not.toContain('cnv_')
  })

  test('is asked as it was where nobody is named, and speaks as it does', async () => {
    const model = createScripted([{ say: ['7 天', '内。'] }])
    expect(await say(model, '怎么退货？')).toEqual(['7 天', '内。'])
    expect(model.asked[0]).toEqual({ system: 'Answer.', prompt: '怎么退货？' })
  })

  test('holds nothing back for ever: an open bracket that is no mark is said', async () => {
    const model = createScripted([{ say: ['a ⟦', 'b', ' c'.repeat(40), ' ⟦end'] }])
    expect((await say(model, '13812345678')).join('')).toBe(`a ⟦b${' c'.repeat(40)} ⟦end`)
  })
})

test('an embedding endpoint sees no one, and gives one vector a text', async () => {
  const model = createScriptedEmbedding(() => [1, 0])
  expect(await maskEmbeddingModel(model).embed(['打13812345678', '怎么退货'])).toHaveLength(2)
  expect(model.asked).toEqual([['打⟦phone 1⟧', '怎么退货']])
})

test('a re-ranker sees the same mark for the same value in question and texts', async () => {
  const model = createScriptedReranker(() => 1)
  await maskReranker(model).rerank('13812345678 是谁', ['客服 13912345678', '电话 13812345678'])
  expect(model.asked).toEqual([{ query: '⟦phone 1⟧ 是谁', texts: ['客服 ⟦phone 2⟧', '电话 ⟦phone 1⟧'] }])
})

describe('a masked model with tools', () => {
  const tools = [{ name: 'find', description: 'Finds.', input: { type: 'object' } }]
  const asked = { system: 'Help.', tools, mostTokens: 100, session: 'cnv_1' }

  test('calls with the values and is told the marks again, the same ones all through', async () => {
    const by = 'user' as const
    const markOf = (text: string) => /⟦phone \d+⟧/.exec(text)![0]
    const first = createScriptedTools([{ say: ['好'] }])
    for await (const _ of maskToolModel(first).step({ ...asked, turns: [{ by, text: '我的电话是 13812345678' }] }));
    const mark = markOf(JSON.stringify(first.asked[0]!.turns))

    const call = { id: 'c1', name: 'find', input: { number: '13812345678', list: ['13812345678'] } }
    const turns = [
      { by, text: '我的电话是 13812345678' },
      { by: 'model' as const, text: '查 13812345678', calls: [call] },
      { by: 'tool' as const, call, told: 'phone: 13812345678' },
    ]
    const model = createScriptedTools([
      {
        say: ['打 ⟦pho', mark.slice(4), ' 找他'],
        calls: [{ name: 'find', input: { number: mark, deep: { at: [mark] } } }],
      },
    ])
    const parts = []
    for await (const part of maskToolModel(model).step({ ...asked, turns })) parts.push(part)
    expect(JSON.stringify(model.asked[0]!.turns)).not.toContain('13812345678')
    expect(JSON.stringify(model.asked[0]!.turns).split(mark)).toHaveLength(8)
    expect(model.asked[0]).not.toHaveProperty('session')
    const said = parts.flatMap((part) => (part.kind === 'text' ? part.text : [])).join('')
    expect(said).toBe('打 13812345678 找他')
    const called = parts.find((part) => part.kind === 'call')
    expect(called).toMatchObject({ call: { input: { number: '13812345678', deep: { at: ['13812345678'] } } } })
    expect(parts.at(-1)).toMatchObject({ kind: 'spent' })
  })

  test('gives what it held back of a text before what follows it', async () => {
    const model = createScriptedTools([{ say: ['留 ⟦pho'], calls: [{ name: 'find', input: {} }] }])
    const kinds: string[] = []
    const turns = [{ by: 'user' as const, text: '13812345678' }]
    for await (const part of maskToolModel(model).step({ ...asked, turns }))
      kinds.push(part.kind === 'text' ? part.text : part.kind)
    expect(kinds).toEqual(['留 ', '⟦pho', 'call', 'spent'])
  })
})
