import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createReviewConversations } from './review-conversations.ts'

onBothDatabases('Reviewing conversations', (opened) => {
  const house = useHouse(opened, { seed: 8_100 })
  const since = '2026-01-01T00:00:00.000Z'
  const day = 86_400_000

  /** The uses of every article together, by the kind of use. */
  async function tally() {
    const { knowledge, learning, tenant } = house()
    const { articles } = await knowledge.list(tenant, { limit: 100, offset: 0 })
    const uses = [
      ...(
        await learning.usesOf(
          tenant,
          articles.map(({ id }) => id),
          since,
        )
      ).values(),
    ]
    const sum = (kind: 'answered' | 'solved' | 'unsolved') => uses.reduce((all, use) => all + use[kind], 0)
    return { answered: sum('answered'), solved: sum('solved'), unsolved: sum('unsolved') }
  }

  it('waits until nothing has happened for a while, and reads a late rating too', async () => {
    const { say, clock, conversations, tenant } = house()
    const review = createReviewConversations(house())
    const { conversationId } = await say('ann', '怎么退货？')
    expect(await review(tenant)).toBe(0)
    await house().delivered(conversationId)
    clock.move(11 * 60_000)
    expect(await review(tenant)).toBe(1)
    expect(await review(tenant)).toBe(0)
    expect(await tally()).toEqual({ answered: 1, solved: 0, unsolved: 0 })

    clock.move(day)
    const person = { staffId: 'stf_1', name: '小林', mayTakeOver: true }
    await conversations.resolve(tenant, conversationId, { person, compose: undefined })
    const { customerId } = (await conversations.find(tenant, conversationId))!
    await conversations.rate(tenant, customerId, { solved: true })
    clock.move(11 * 60_000)
    expect(await review(tenant)).toBe(1)
    expect(await tally()).toEqual({ answered: 1, solved: 1, unsolved: 0 })
  })

  it('loses and doubles nothing when it breaks off anywhere', async () => {
    const { say, clock, learning, tenant, ids } = house()
    const { answered } = await tally()
    for (let person = 0; person < 12; person++) {
      const { conversationId } = await say(`crowd-${person}`, '怎么退货？')
      await house().delivered(conversationId)
      clock.move(person % 3 === 0 ? 0 : 1)
    }
    clock.move(11 * 60_000)
    const breaks = new Error('the process ended here')
    let steps = 0
    const breakable =
      <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        if (ids.chance() < 0.15) throw breaks
        const result = await act(...given)
        if (ids.chance() < 0.15) throw breaks
        steps++
        return result
      }
    const fragile = {
      readUntil: learning.readUntil,
      keepReadUntil: breakable(learning.keepReadUntil),
      recordConversation: breakable(learning.recordConversation),
    }
    const review = createReviewConversations({ ...house(), learning: fragile })
    let broken = 0
    for (let done = false; !done; ) {
      done = await review(tenant).then(
        () => true,
        (error) => {
          expect(error).toBe(breaks)
          broken++
          return false
        },
      )
    }
    expect(broken).toBeGreaterThan(2)
    expect(steps).toBeGreaterThanOrEqual(12)
    expect((await tally()).answered).toBe(answered + 12)
    expect(await createReviewConversations(house())(tenant)).toBe(0)
  })
})
