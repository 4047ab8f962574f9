/** From what customers say of real turns to how the next turn is taken: no part of the house is another than in operation. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import { expect, it } from 'vitest'
import { useHouse } from '../journeys/turn/turn.testing.ts'
import { onBothDatabases } from '../platform/database/database.testing.ts'

/** Where no flows are released nothing is chosen between. */
const flows = `
flows:
  delivered:
    name: { zh: 已送达 }
    triggers: [{ event: parcel-delivered }]
    steps: [{ id: told, say: { zh: 您的包裹已送达。 } }]
`
const day = 86_400_000
const question = '怎么退货？'
/** Turns at once: what is written at one time is committed together. */
const atOnce = 50
const isDecided = (event: ConversationEvent): event is EventOf<'turn-decided'> => event.type === 'turn-decided'

onBothDatabases('What chooses between ways', (opened) => {
  const house = useHouse(opened, { seed: 31_000 })

  /** A customer asks, and says afterwards that it helped where they were answered without being offered a person. */
  async function ask(customer: string) {
    const { tenant, say, eventsOf, answersIn, conversations, customers } = house()
    const { conversationId: id } = await say(customer, question)
    const { explored } = (await eventsOf(id)).find(isDecided)!.why.dialogue!
    const solved = explored!.chosen === 'answer'
    const person = { staffId: 'stf_1', name: '小王', mayTakeOver: false }
    await conversations.resolve(tenant, id, { person, compose: undefined })
    const rating = { conversationId: id, solved, stars: solved ? 5 : 1 }
    await conversations.rate(tenant, customers.idOf('loopback', customer), rating)
    return { id, explored: explored!, answer: (await answersIn(id))[0]! }
  }
  async function serve(count: number, name: string) {
    const served: Awaited<ReturnType<typeof ask>>[] = []
    for (let from = 0; from < count; from += atOnce) {
      const these = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => ask(`${name}-${from + at}`))
      served.push(...(await Promise.all(these)))
    }
    return served
  }
  const shareOf = (served: Awaited<ReturnType<typeof serve>>, way: string) =>
    served.filter(({ explored }) => explored.chosen === way).length / served.length

  it('learns at night from what came of real turns, and the next turns are taken by what it learnt', async () => {
    const { tenant, choosing: parts, flows: kept, clock } = house()
    const { choosing, kinds } = parts
    const { draft } = await kept.flows.importDraft(tenant, { text: flows, mode: 'replace', preview: false, by: null })
    await kept.flows.versions.publish(tenant, { note: '', draft, share: 100, at: null, by: null })
    const night = () =>
      kinds
        .find(({ name }) => name === 'learn-choosing')!
        .run({}, { last: false, stopping: new AbortController().signal })
    await choosing.change(tenant, { ...(await choosing.standing(tenant)), frozen: false, byItself: true, by: 'stf_1' })

    const before = await serve(660, 'before')
    for (const { explored, answer } of before) {
      expect(explored).toMatchObject({ learnt: 0, frozen: false, arms: ['answer', 'offer'] })
      expect(explored.propensity).toBeGreaterThan(0.1)
      expect(explored.propensity).toBeLessThan(0.9)
      expect((answer.quickReplies ?? []).length > 0).toBe(explored.chosen === 'offer')
    }
    expect(shareOf(before, 'offer')).toBeGreaterThan(0.2)
    // Whoever comes back has had the time to: what they said of it counts from now on.
    await night()
    expect(await choosing.last(tenant)).toBeUndefined()
    clock.move(8 * day)
    await night()
    // What was still being delivered when the week had passed is read the night after.
    clock.move(day)
    await night()
    const known = await choosing.choices.known(tenant, 1_000)
    const told = new Map(known.map((choice) => [choice.conversation_id, choice]))
    for (const { id, explored } of before) {
      const { chosen, propensity, features } = explored
      expect(told.get(id)).toMatchObject({ chosen, propensity, features, reward: chosen === 'answer' ? 1 : 0 })
    }
    const version = await choosing.get(tenant, 1)
    expect(version).toMatchObject({ state: 'in-use', judgement: { against: 0, verdict: 'not-worse' } })

    const after = await serve(20, 'after')
    for (const { explored } of after) expect(explored).toMatchObject({ learnt: 1, arms: ['answer', 'offer'] })
    expect(shareOf(after, 'answer')).toBe(1)
    expect(after[0]!.explored.propensity).toBeGreaterThan(0.95)
  })
})
