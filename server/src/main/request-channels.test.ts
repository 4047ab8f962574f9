import { openaiRoutes, restRoutes } from '@lingxi/contract/channel-routes'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import OpenAI, { AuthenticationError } from 'openai'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids'
import { problemOf, useServer } from './main.testing.ts'

describe('the channels that answer in the response', () => {
  const server = useServer()
  let key = ''
  let base = ''
  beforeAll(async () => {
    const admin = await server().signIn('admin')
    key = (await admin.call(staffRoutes.addApiKey, { body: { name: 'a program' } })).key
    base = await server().listen()
  })
  const question = { role: 'user', content: '怎么退货？' } as const
  const waiting = async () => {
    const lin = await server().signIn('staff', '小林')
    const { conversations } = await lin.call(deskRoutes.listConversations, { query: { state: 'waiting' } })
    return { lin, params: { id: conversations.at(-1)!.id } }
  }

  describe('in the form of Rasa', () => {
    const say = (sender: string, message: string, message_id?: string) =>
      server().callAs()(restRoutes.restWebhook, { body: { sender, message, ...(message_id && { message_id }) } })

    it('answer with what is committed, with its citations and buttons', async () => {
      const sender = systemIds.next('sender')
      const [answer] = await say(sender, '怎么退货？')
      expect(answer).toMatchObject({
        recipient_id: sender,
        text: expect.stringContaining('7 天'),
        custom: { speaker: { kind: 'bot' } },
      })
      expect(answer?.custom?.citations).toMatchObject([{ title: '怎么退货？' }])
      const [unknown] = await say(sender, '你们老板的生日是哪天？')
      expect(unknown?.buttons?.length).toBeGreaterThan(0)
    })

    it('give the same answer to a message that is sent again, and answer it once', async () => {
      const sender = systemIds.next('sender')
      const [first, again] = [await say(sender, '怎么退货？', 'm-1'), await say(sender, '怎么退货？', 'm-1')]
      expect(again).toEqual(first)
      expect(await say(sender, '怎么退货？')).toHaveLength(1)
    })

    it('bring what a person wrote in between with the next answer', async () => {
      const sender = systemIds.next('sender')
      await say(sender, '转人工')
      const { lin, params } = await waiting()
      await lin.call(deskRoutes.claim, { params })
      await lin.call(deskRoutes.reply, { params, body: { text: '我是小林' } })
      expect(await say(sender, '你好')).toMatchObject([{ text: '我是小林', custom: { speaker: { name: '小林' } } }])
    })

    it('take what others add to the form', async () => {
      const payload = { sender: 'someone', message: '你好', metadata: { a: 1 }, message_id: null }
      const answer = await server().request({ method: 'POST', url: '/webhooks/rest/webhook', payload })
      expect(restRoutes.restWebhook.ok.parse(answer.json())).toHaveLength(1)
    })
  })

  describe('in the form of OpenAI, to its own client', () => {
    const client = (apiKey = key) => new OpenAI({ baseURL: `${base}/v1`, apiKey, maxRetries: 0 })

    it('are listed as a model', async () => {
      const { data } = await client().models.list()
      expect(data.map(({ id }) => id)).toEqual(['lingxi'])
    })

    it('answer whole', async () => {
      const answer = await client().chat.completions.create({ model: 'lingxi', messages: [question], user: 'whole' })
      expect(answer.choices[0]).toMatchObject({
        finish_reason: 'stop',
        message: { role: 'assistant', content: expect.stringContaining('7 天') },
      })
      expect(answer.usage?.completion_tokens).toBeGreaterThan(0)
    })

    it('answer in pieces that add up to the same', async () => {
      const whole = await client().chat.completions.create({ model: 'lingxi', messages: [question], user: 'pieces-1' })
      const options: OpenAI.ChatCompletionCreateParamsStreaming = {
        model: 'lingxi',
        messages: [question],
        user: 'pieces-2',
        stream: true,
        stream_options: { include_usage: true },
      }
      const pieces: string[] = []
      const ends: (string | null | undefined)[] = []
      let tokens = 0
      for await (const { choices, usage } of await client().chat.completions.create(options)) {
        pieces.push(choices[0]?.delta.content ?? '')
        ends.push(choices[0]?.finish_reason)
        tokens += usage?.completion_tokens ?? 0
      }
      expect(pieces.join('')).toBe(whole.choices[0]?.message.content)
      expect(pieces.length).toBeGreaterThan(2)
      expect(ends.filter(Boolean)).toEqual(['stop'])
      expect(tokens).toBe(whole.usage?.completion_tokens)
    })

    it('hear the last words of the user, also as parts, and leave out the rest', async () => {
      const messages: OpenAI.ChatCompletionMessageParam[] = [
        { role: 'system', content: 'You are a pirate.' },
        { role: 'user', content: '转人工' },
        { role: 'assistant', content: '好的' },
        {
          role: 'user',
          content: [
            { type: 'text', text: '怎么' },
            { type: 'text', text: '退货？' },
          ],
        },
      ]
      const answer = await client().chat.completions.create({
        model: 'any',
        messages: messages,
      })
      expect(answer.choices[0]?.message.content).toContain('7 天')
    })

    it('keep two users apart, and two requests without a user too', async () => {
      const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: '转人工' }]
      const ask = (more: { user?: string } = {}) =>
        client().chat.completions.create({ model: 'lingxi', messages, ...more })
      const before = await countWaiting()
      await Promise.all([ask({ user: 'one' }), ask({ user: 'two' }), ask(), ask()])
      await ask({ user: 'one' })
      expect((await countWaiting()) - before).toBe(4)
    })
    const countWaiting = async () =>
      (await (await server().signIn('staff')).call(deskRoutes.listConversations, { query: { state: 'waiting' } }))
        .counts.waiting

    it('say that a person will answer while one has the conversation', async () => {
      const user = systemIds.next('user')
      const ask = (content: string) =>
        client().chat.completions.create({ model: 'lingxi', messages: [{ role: 'user', content }], user })
      await ask('转人工')
      expect((await ask('还在吗？')).choices[0]?.message.content?.length).toBeGreaterThan(0)
    })

    it('refuse who has no key', async () => {
      const asked = client('lx_wrong').chat.completions.create({ model: 'lingxi', messages: [question] })
      await expect(asked).rejects.toBeInstanceOf(AuthenticationError)
    })

    it('refuse a request in which the user says nothing', async () => {
      for (const messages of [
        [{ role: 'system', content: 'x' }],
        [{ role: 'user', content: '  ' }],
        [{ role: 'user', content: null }],
        [],
      ]) {
        const payload = { model: 'lingxi', messages }
        const answer = await server().request({ method: 'POST', url: '/v1/chat/completions', payload, token: key })
        expect(problemOf(answer).code).toBe('invalid-request')
      }
    })

    it('are described by the contract', async () => {
      expect((await server().callAs(key)(openaiRoutes.listModels, {})).object).toBe('list')
    })
  })
})
