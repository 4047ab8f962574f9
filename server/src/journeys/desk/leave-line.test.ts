import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'

const person = { staffId: 'stf_1', name: '小林', mayTakeOver: false }

onBothDatabases('who waits for a person', (opened) => {
  const house = useHouse(opened, { seed: 7_900 })
  const stateOf = async (id: string) => (await house().conversations.find(house().tenant, id))!
  const saidIn = async (id: string) =>
    (await house().eventsOf(id)).flatMap((event) => (event.type === 'message-sent' ? [event.text] : []))

  it.each([
    ['不用了', '转人工'],
    ['算了吧，谢谢', '转人工'],
    ['不用转人工了', '转人工'],
    ['不想等了', '转人工'],
    ['never mind', 'talk to a person'],
    ["I don't need a person any more", 'talk to a person'],
    ["i'm not waiting any longer, thanks", 'talk to a person'],
  ])('and says %s has the bot again, and is told so', async (words, wish) => {
    const { conversationId: id } = await house().say(`leaves ${words}`, wish)
    expect((await stateOf(id)).owner.kind).toBe('queue')
    await house().say(`leaves ${words}`, words)
    expect(await stateOf(id)).toMatchObject({ owner: { kind: 'bot' }, waitingSince: null, handOffReason: null })
    expect(house().conversations.isDue(await stateOf(id))).toBe(false)
    const said = (await saidIn(id)).at(-1)
    expect(said).toMatch(wish === '转人工' ? /排队/ : /line/)
    await house().say(`leaves ${words}`, wish)
    expect((await stateOf(id)).owner.kind).toBe('queue')
  })

  it.each(['不用了，我的快递到底到哪了', '算了？', '不用急', '好的', 'never mind the invoice, where is my parcel'])(
    'and says %s goes on waiting',
    async (words) => {
      const { conversationId: id } = await house().say(`stays ${words}`, '转人工')
      await house().say(`stays ${words}`, words)
      expect((await stateOf(id)).owner.kind).toBe('queue')
    },
  )

  it('is left to whoever has claimed the conversation', async () => {
    const { conversationId: id } = await house().say('is served', '转人工')
    await house().conversations.claim(house().tenant, id, person)
    const before = await saidIn(id)
    await house().say('is served', '不用了')
    expect((await stateOf(id)).owner.kind).toBe('staff')
    expect(await saidIn(id)).toEqual(before)
  })

  it('and went on meanwhile is not taken out of the line by what was said before', async () => {
    const { conversationId: id } = await house().say('goes on', '转人工')
    const { turn } = await stateOf(id)
    await house().say('goes on', '我还有一个问题')
    const compose = () => ({
      message: {
        messageId: 'msg_late',
        kind: 'notice' as const,
        speaker: { kind: 'bot' as const, name: '小拾' },
        text: '好',
        citations: [],
        quickReplies: [],
      },
      effects: [],
    })
    await house().conversations.withdraw(house().tenant, id, { turn, compose })
    expect((await stateOf(id)).owner.kind).toBe('queue')
  })
})
