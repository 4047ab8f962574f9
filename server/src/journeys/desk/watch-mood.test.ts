import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'

onBothDatabases('the mood of who waits for a person', (opened) => {
  const house = useHouse(opened, { seed: 7_700 })

  it('is read from every message, without a word or a turn of the bot', async () => {
    const { conversationId: id } = await house().say('mood-visitor', '转人工')
    await house().say('mood-visitor', '好的谢谢')
    await house().say('mood-visitor', '等了三天没人管，你们就是骗子，我要投诉！！！')
    const moods = async () =>
      (await house().eventsOf(id)).flatMap((event) => (event.type === 'mood-read' ? [event.score] : []))
    await expect.poll(async () => (await moods()).length).toBe(2)
    expect((await moods())[1]).toBeLessThan(-0.5)
    const state = (await house().conversations.find(house().tenant, id))!
    expect(state.moods).toHaveLength(3)
    expect(state.owner.kind).toBe('queue')
    expect((await house().eventsOf(id)).filter(({ type }) => type === 'turn-decided')).toHaveLength(1)
  })
})
