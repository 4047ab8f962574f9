import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

let visitors = 0
const someone = () => `vendor-visitor-${++visitors}`

onBothDatabases('a delivery', (opened) => {
  const house = useHouse(opened, { seed: 9_000 })
  const recorded = async (id: string) =>
    (await house().eventsOf(id)).flatMap((event) => (event.type === 'delivery-recorded' ? event.outcome : []))

  it('happens after the commit, in what the channel can show, and is put on record', async () => {
    const customer = someone()
    const { conversationId } = await house().say(customer, '多久发货')
    await expect.poll(() => recorded(conversationId)).toEqual(['sent'])
    const delivered = house().loopback.delivered.filter(({ to }) => to === customer)
    expect(delivered).toHaveLength(1)
    expect(delivered[0]?.texts.join('\n')).toContain('当天发货')
    expect(delivered[0]?.texts.join('\n')).not.toContain('**')
  })

  it('comes back later when the vendor is busy', async () => {
    house().loopback.answerNext({ kind: 'retry-later' })
    const customer = someone()
    const { conversationId } = await house().say(customer, '多久发货')
    await expect.poll(() => recorded(conversationId)).toEqual(['sent'])
    expect(house().loopback.delivered.filter(({ to }) => to === customer)).toHaveLength(1)
  })

  it('tells the desk when the vendor refuses, and does not try again', async () => {
    house().loopback.answerNext({ kind: 'refused', reason: 'blocked by the customer' })
    const { conversationId } = await house().say(someone(), '多久发货')
    await expect.poll(() => recorded(conversationId)).toEqual(['refused: blocked by the customer'])
  })

  it('is not made again when it is on record', async () => {
    const customer = someone()
    const { conversationId } = await house().say(customer, '多久发货')
    await expect.poll(() => recorded(conversationId)).toEqual(['sent'])
    const [sent] = await house().answersIn(conversationId)
    await house().deliver({ tenantId: house().tenant, conversationId, messageId: sent!.messageId }, { last: false })
    expect(await recorded(conversationId)).toEqual(['sent'])
  })
})
