import { api } from '@lingxi/contract/api'
import { understandingRoutes } from '@lingxi/contract/understanding-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { useServer } from './main.testing.ts'

describe('what a message means', () => {
  const server = useServer()
  let key: string
  beforeAll(async () => {
    const { call } = await server().signIn('admin')
    key = (await call(api.addApiKey, { body: { name: 'a program' } })).key
  })
  const ask = async (body: unknown, token = key) => {
    const answer = await server().request({ method: 'POST', url: '/api/v1/understand', token, payload: body as object })
    return {
      status: answer.statusCode,
      meaning: answer.statusCode === 200 ? understandingRoutes.understand.ok.parse(answer.json()) : null,
    }
  }

  it('is told to staff and to programs with a key', async () => {
    const { token } = await server().signIn('staff')
    for (const caller of [token!, key]) {
      const { meaning } = await ask({ text: '麻煩快點，我要退貨！！急' }, caller)
      expect(meaning).toMatchObject({ language: 'zh', script: 'traditional', act: 'question', readBy: null })
      expect(meaning!.mood.urgency).toMatchObject({
        strength: expect.any(Number),
        because: expect.arrayContaining([expect.objectContaining({ text: '快點' })]),
      })
    }
  })

  it('is read with what was said before', async () => {
    const { meaning } = await ask({ text: '那退款呢？', context: { language: 'zh', before: ['退货几天到账？'] } })
    expect(meaning!.completed).toBe('退款几天到账？')
  })

  it.each([
    ['nothing', ''],
    ['one emoji', '😡'],
    ['a hundred thousand characters', '退货 refund '.repeat(10_000).slice(0, 100_000)],
    ['mixed scripts', 'Привет 你好 hello مرحبا'],
    ['a lone surrogate', '我要\ud83d退货'],
  ])('is told of %s', async (_, text) => {
    expect((await ask({ text })).status).toBe(200)
  })

  it('is refused for more than that', async () => {
    expect((await ask({ text: 'a'.repeat(100_001) })).status).toBe(400)
  })
})
