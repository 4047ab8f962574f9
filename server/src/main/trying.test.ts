import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { useServer } from './main.testing.ts'

describe('a question that is tried', () => {
  const server = useServer()
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let editor: Person
  beforeAll(async () => {
    editor = await server().signIn('supervisor')
    const add = (body: Parameters<typeof editor.call<typeof knowledgeRoutes.addArticle>>[1]['body']) =>
      editor.call(knowledgeRoutes.addArticle, { body })
    const common = { language: 'zh', status: 'published' } as const
    await add({ ...common, title: '琉璃灯能用多久？', body: '琉璃灯可以连续使用九十小时。' })
    await add({
      ...common,
      title: '琉璃灯坏了怎么换新？',
      body: '金卡会员的琉璃灯坏了,三年内免费换新。',
      audience: { kind: 'tiers', tiers: ['gold'] },
    })
    await add({
      ...common,
      title: '琉璃灯什么时候涨价？',
      body: '琉璃灯从明年一月起涨价到三百元。',
      validFrom: '2030-01-01T00:00:00.000Z',
    })
  })
  type Asked = Parameters<typeof editor.call<typeof knowledgeRoutes.tryQuestion>>[1]['body']
  const tryIt = (body: Asked) => editor.call(knowledgeRoutes.tryQuestion, { body })

  it('shows what the score of each passage is made of, and which words nobody says', async () => {
    const { hits, unsaid } = await tryIt({ question: '琉璃灯能用多久 xyzzyplugh' })
    const [best] = hits
    const words = best!.matches.reduce((sum, { score }) => sum + score, 0)
    expect(best).toMatchObject({ title: '琉璃灯能用多久？', similarity: null, score: expect.closeTo(words, 2) })
    expect(best!.matches).toContainEqual(expect.objectContaining({ field: 'title', by: 'word' }))
    expect(best!.signs.find(({ sign }) => sign === 'lexical')).toMatchObject({ value: 1, adds: 1 })
    expect(unsaid).toEqual(['xyzzyplugh'])
  })

  it('is answered as its customer is, and says what is kept from them', async () => {
    const question = '琉璃灯坏了怎么换新？'
    const visitor = await tryIt({ question })
    expect(visitor.text).not.toContain('三年')
    expect(visitor.hits.map(({ title }) => title)).not.toContain(question)
    expect(visitor.withheld).toEqual([expect.objectContaining({ title: question })])
    const gold = await tryIt({ question, as: { signedIn: true, tier: 'gold' } })
    expect(gold).toMatchObject({ outcome: 'answered', text: expect.stringContaining('三年'), withheld: [] })
    const colleague = await tryIt({ question, asStaff: [] })
    expect(colleague.hits[0]!.title).toBe(question)
  })

  it('is answered as on its day', async () => {
    const question = '琉璃灯什么时候涨价？'
    expect((await tryIt({ question })).text).not.toContain('三百元')
    const later = await tryIt({ question, at: '2030-02-01T00:00:00.000Z' })
    expect(later).toMatchObject({ outcome: 'answered', text: expect.stringContaining('三百元') })
  })

  it('names the products that fit a wish, and the wish that was read', async () => {
    const add = (title: string, price: number) =>
      editor.call(knowledgeRoutes.addArticle, {
        body: {
          title,
          language: 'zh',
          status: 'published',
          tags: ['product'],
          alternatives: [`QZ-${price}`],
          body: `- 货号：QZ-${price}\n- 分类：洗面奶\n- 价格：¥${price}`,
        },
      })
    const cheap = await add('青竹洗面奶', 79)
    await add('雪松洗面奶', 199)
    const tried = await tryIt({ question: '有没有 100 元以内的洗面奶' })
    expect(tried).toMatchObject({
      outcome: 'answered',
      support: null,
      writer: 'extracted',
      wish: { sought: '洗面奶', fit: 1 },
    })
    expect(tried.citations.map(({ articleId }) => articleId)).toEqual([cheap.id])
    expect(tried.text).toContain('青竹洗面奶')
    expect((await tryIt({ question: '琉璃灯能用多久' })).wish).toBeNull()
  })

  it('lists for words in quotes only what holds them as they are written, and answers as a customer is answered', async () => {
    const quoted = await tryIt({ question: '琉璃灯“连续使用”多久' })
    expect(quoted.phrases).toEqual(['连续使用'])
    expect(quoted.hits.map(({ title }) => title)).toEqual(['琉璃灯能用多久？'])
    const other = await tryIt({ question: '琉璃灯能用多久 “使用连续”' })
    expect(other).toMatchObject({ outcome: 'answered', hits: [], phrases: ['使用连续'] })
  })
})
