import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import type { LanguageModel } from '../../platform/models/models.ts'
import { useHouse } from './turn.testing.ts'

/** A model that says one true sentence, and goes on only when it is told to. */
function createSlowModel() {
  let goOn = () => {}
  const model: LanguageModel = {
    name: 'slow',
    async *stream({ signal }) {
      yield '16:00 前付款的订单当天发货。[1]之后'
      const { promise, resolve } = Promise.withResolvers<void>()
      goOn = resolve
      signal?.addEventListener('abort', () => resolve())
      await promise
      yield '付款的次日发货。[1]好'
      yield '的。[1]'
    },
  }
  return { model, goOn: () => goOn() }
}

onBothDatabases('a person who claims while the bot is writing', (opened) => {
  const slow = createSlowModel()
  const house = useHouse(opened, { seed: 12_000, model: slow.model })

  it('is the only one the customer hears from then on', async () => {
    const { loopback, receive, tenant, ids, followers, customers, conversations, answersIn } = house()
    const drafts: string[] = []
    const look = () => undefined
    const customerId = customers.idOf('loopback', 'impatient')
    followers.follow(tenant, customerId, { look, typing: look, draft: (text) => drafts.push(text) })
    const body = { id: ids.next('said'), from: 'impatient', text: '多久发货？' }
    const { message } = await loopback.receive({ headers: { 'x-signature': 'sealed' }, body })
    const { conversationId, answered } = await receive(tenant, message)
    await expect.poll(() => drafts.length).toBe(1)
    await conversations.claim(tenant, conversationId, { staffId: 'stf_lin', name: '小林', mayTakeOver: false })
    slow.goOn()
    await answered
    expect(drafts).toHaveLength(1)
    expect(followers.findDraft(tenant, customerId)).toBeUndefined()
    expect(await answersIn(conversationId)).toEqual([])
  })
})
