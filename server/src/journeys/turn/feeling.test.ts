import { type Feeling, plainFeeling } from '@lingxi/contract/feeling'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

onBothDatabases('The feeling of a customer', (opened) => {
  const house = useHouse(opened, { seed: 9_300 })
  let people = 0

  async function ask(text: string, feeling: Partial<Feeling> = {}, conversation = `feels-${people++}`) {
    const { staff, tenant, say, answersIn, eventsOf } = house()
    const settings = await staff.getSettings(tenant)
    const web = { length: 'normal', tone: 'warm' } as const
    const answerStyles = { ...settings.answerStyles, web }
    await staff.changeSettings(tenant, { ...settings, answerStyles, feeling: { ...plainFeeling, ...feeling } })
    const { conversationId } = await say(conversation, text)
    const decided = (await eventsOf(conversationId)).findLast((event) => event.type === 'turn-decided')
    return { text: (await answersIn(conversationId)).at(-1)!.text, signals: decided!.why.signals }
  }
  const anxious = '急死我了，快递怎么还没到，多久发货啊，会不会丢了？？'
  const heard = /别着急|明白您着急|抱歉|对不起/

  it('is acknowledged in one sentence before the answer, once', async () => {
    const first = await ask(anxious, {}, 'ann')
    expect(first.text).toMatch(heard)
    expect(first.text).toContain('当天发货')
    expect(first.signals).toContain('soothed')
    const second = await ask('那到底多久发货啊，急死了', {}, 'ann')
    expect(second.text).not.toMatch(heard)
    expect(second.signals).not.toContain('soothed')
  })

  it('is left alone where the company wants that', async () => {
    const { text, signals } = await ask(anxious, { acknowledge: false })
    expect(text).not.toMatch(heard)
    expect(signals).not.toContain('soothed')
  })

  it('makes answers short, and says in the log that it did', async () => {
    expect((await ask(anxious)).signals).toContain('answered-shortly')
    expect((await ask(anxious, { adapt: false })).signals).not.toContain('answered-shortly')
    expect((await ask('多久发货？')).signals).not.toContain('answered-shortly')
  })
})
