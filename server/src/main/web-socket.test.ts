import { webRoutes } from '@lingxi/contract/channel-routes'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { type Entry, ServerFrame } from '@lingxi/contract/web-channel'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../platform/clock/clock.testing.ts'
import { createScripted } from '../platform/models/scripted.ts'
import { aVisitor } from './customers.testing.ts'
import { errorsIn, useServer } from './main.testing.ts'
import { openSocket } from './socket.testing.ts'

const clock = createFakeClock()
const written = ['收货后 7 天内可以退货。[1]', '在「我的订单」里点「退货」。[1]']
const scripts = Array.from({ length: 50 }, () => ({ say: written }))

describe('the web channel over a socket', () => {
  const server = useServer({ clock, model: createScripted(scripts) })
  const open = async () => openSocket(await server().listen(), '/api/v1/web/socket', ServerFrame)
  type Socket = Awaited<ReturnType<typeof open>>

  const entriesOf = (frames: ServerFrame[]) => frames.flatMap((frame) => (frame.type === 'entry' ? frame.entry : []))
  const welcomed = (socket: Socket) =>
    socket.until('a welcome', (frames) => frames.find(({ type }) => type === 'welcome'))
  const problem = (socket: Socket, code: string) =>
    socket.until(code, (frames) => frames.find((frame) => frame.type === 'problem' && frame.code === code))
  const messages = (socket: Socket, count: number) =>
    socket.until(`${count} messages`, (frames) => {
      const entries = entriesOf(frames)
      return entries.filter(({ type }) => type === 'message').length >= count ? entries : undefined
    })

  async function join(token: string, after?: string) {
    const socket = await open()
    socket.send({ type: 'hello', token, ...(after && { after }) })
    await welcomed(socket)
    return socket
  }

  it('accepts what is said once it is written down, and shows it and its answer', async () => {
    const { token } = await aVisitor(server())
    const socket = await join(token)
    socket.send({ type: 'say', id: 'over-a-socket', text: '你好' })
    await socket.until('accepted', (frames) =>
      frames.find((frame) => frame.type === 'accepted' && frame.id === 'over-a-socket'),
    )
    expect(await messages(socket, 1)).toMatchObject([
      { type: 'said', id: 'over-a-socket' },
      { type: 'message', speaker: { kind: 'bot' } },
    ])
    socket.close()
  })

  it('shows a draft that grows while an answer is written, and then the answer', async () => {
    const { token } = await aVisitor(server())
    const socket = await join(token)
    socket.send({ type: 'say', id: 'with-a-draft', text: '怎么退货？' })
    const [, answer] = await messages(socket, 1)
    expect(answer).toMatchObject({ type: 'message', text: expect.stringContaining('点「退货」') })
    const drafts = socket.frames.flatMap((frame) => (frame.type === 'draft' && frame.text ? frame.text : []))
    expect(drafts[0]).toContain('7 天')
    for (const [index, draft] of drafts.slice(1).entries()) expect(draft.startsWith(drafts[index]!)).toBe(true)
    const positions = socket.frames.map(({ type }) => type)
    expect(positions.lastIndexOf('draft')).toBeLessThan(positions.lastIndexOf('entry'))
    socket.close()
  })

  it('goes on after a drop without gap or repeat', async () => {
    const { token, call, say } = await aVisitor(server())
    const socket = await join(token)
    socket.send({ type: 'say', id: 'before-the-drop', text: '你好' })
    const seen = [...(await messages(socket, 1))]
    socket.drop()
    await say('怎么退货？')
    const again = await join(token, seen.at(-1)!.cursor)
    seen.push(...entriesOf(again.frames))
    again.send({ type: 'say', id: 'after-the-drop', text: '谢谢' })
    await messages(again, 2)
    const whole = (await call(webRoutes.readEntries, {})).entries
    expect([...entriesOf(socket.frames), ...entriesOf(again.frames)]).toEqual(whole)
    expect(seen).toEqual(whole.slice(0, seen.length))
    again.close()
  })

  it('shows the same to a second tab', async () => {
    const { token } = await aVisitor(server())
    const [one, two] = await Promise.all([join(token), join(token)])
    one.send({ type: 'say', id: 'in-one-tab', text: '你好' })
    const [first, second] = await Promise.all([messages(one, 1), messages(two, 1)])
    expect(second).toEqual(first)
    two.send({ type: 'say', id: 'in-one-tab', text: '你好' })
    await two.until('accepted', (frames) => frames.find(({ type }) => type === 'accepted'))
    expect(entriesOf(two.frames)).toEqual(first)
    one.close()
    two.close()
  })

  it('shows who speaks, who types, and takes a rating', async () => {
    const visitor = await aVisitor(server())
    const lin = await server().signIn('staff', '小林')
    const socket = await join(visitor.token)
    socket.send({ type: 'say', id: 'for-a-person', text: '转人工' })
    await messages(socket, 1)
    const params = { id: await visitor.conversationId() }
    await lin.call(deskRoutes.claim, { params })
    await socket.until('joined', (frames) =>
      entriesOf(frames).find((entry: Entry) => entry.type === 'joined' && entry.name === '小林'),
    )
    server().signals.tell('typing', 'tnt_main', { id: params.id, of: lin.id })
    await socket.until('typing', (frames) => frames.find((frame) => frame.type === 'typing' && frame.name === '小林'))
    await lin.call(deskRoutes.resolve, { params })
    await messages(socket, 2)
    socket.send({ type: 'rate', conversationId: params.id, solved: true, stars: 5 })
    await socket.until('rated', (frames) =>
      entriesOf(frames).find((entry) => entry.type === 'rated' && entry.stars === 5),
    )
    socket.close()
  })

  it('shows nothing of a conversation of someone else', async () => {
    const [owner, other] = [await aVisitor(server()), await aVisitor(server())]
    await owner.say('你好')
    const socket = await join(other.token, `${await owner.conversationId()}:0`)
    await owner.say('怎么退货？')
    socket.send({ type: 'say', id: 'my-own-words', text: '谢谢' })
    expect(await messages(socket, 1)).toMatchObject([{ id: 'my-own-words' }, { type: 'message' }])
    socket.close()
  })

  it('is closed for who does not say hello, first or in time', async () => {
    const hasty = await open()
    hasty.send({ type: 'say', id: 'without-hello', text: '你好' })
    await problem(hasty, 'not-signed-in')
    expect((await hasty.closed).code).toBe(1008)
    const silent = await open()
    clock.move(10_000)
    expect(await silent.closed).toEqual({ code: 1008, reason: 'no hello' })
    const stranger = await open()
    stranger.send({ type: 'hello', token: 'not a token' })
    await problem(stranger, 'not-signed-in')
    expect((await stranger.closed).code).toBe(1008)
  })

  it('takes one hello, and goes on after a second', async () => {
    const { token } = await aVisitor(server())
    const socket = await join(token)
    socket.send({ type: 'hello', token })
    await problem(socket, 'invalid-request')
    socket.send({ type: 'say', id: 'after-second-hello', text: '你好' })
    await messages(socket, 1)
    socket.close()
  })

  it('answers frames that it does not understand with a problem, and goes on', async () => {
    const { token } = await aVisitor(server())
    const socket = await join(token)
    const bad = [
      '',
      '{',
      'null',
      '[]',
      '{"type":"dance"}',
      '{"type":"say","id":"x","text":"y"}',
      '{"type":"say","id":"12345678","text":""}',
      `{"type":"say","id":"12345678","text":"x","extra":1}`,
      `{"type":"say","id":"12345678","text":"${'长'.repeat(4001)}"}`,
      '['.repeat(30_000),
      '{"type":"rate","solved":"yes"}',
    ]
    for (const text of bad) socket.sendRaw(text)
    socket.sendRaw(Buffer.from([0xff, 0xfe, 0x00]))
    socket.send({ type: 'say', id: 'after-garbage', text: '你\0好\ud83d' })
    const [said] = await messages(socket, 1)
    expect(said).toMatchObject({ type: 'said', id: 'after-garbage', text: '你好\ufffd' })
    expect(socket.frames.filter(({ type }) => type === 'problem')).toHaveLength(bad.length + 1)
    socket.close()
  })

  it('says which message it could not take', async () => {
    const { token } = await aVisitor(server())
    const socket = await join(token)
    socket.send({ type: 'rate', solved: true })
    await problem(socket, 'not-rateable')
    socket.close()
  })

  it('is closed for a frame above 64 KiB, which harms nobody else', async () => {
    const [one, other] = [await aVisitor(server()), await aVisitor(server())]
    const [large, small] = [await join(one.token), await join(other.token)]
    large.sendRaw(JSON.stringify({ type: 'say', id: 'much-too-large', text: 'x'.repeat(65 * 1024) }))
    expect((await large.closed).code).toBe(1009)
    small.send({ type: 'say', id: 'quite-small', text: '你好' })
    await messages(small, 1)
    small.close()
  })

  it('is not opened on other paths', async () => {
    await expect(openSocket(await server().listen(), '/api/v1/nothing', ServerFrame)).rejects.toThrow('404')
  })

  it('leaves no error in the log', () => {
    expect(errorsIn(server().lines)).toEqual([])
  })
})
