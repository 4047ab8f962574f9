import { FlowSet } from '@lingxi/contract/flow'
import { isSchedule } from '@lingxi/contract/flow-schedule'
import { silentLog } from '#platform/log'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createLookAfterFlows, scheduledIn } from './look-after-flows.ts'
import { useHouse } from './turn.testing.ts'

const flows = `
slots:
  size: { type: text, label: { zh: 尺码 }, ask: { zh: 要什么尺码？ } }
flows:
  exchange:
    name: { zh: 换货 }
    triggers: [{ entity: order-number }]
    steps:
      - { id: size, collect: size }
      - { id: wait, wait: { event: parcel-back, within: PT2H }, otherwise: late }
      - { id: back, say: { zh: 收到您寄回的商品了。 }, next: end }
      - { id: late, say: { zh: 还没有收到您寄回的商品。 } }
  morning:
    name: { zh: 早安 }
    triggers: [{ schedule: '0 9 * * *' }]
    steps:
      - { id: hello, say: { zh: 早上好！ } }
`

onBothDatabases('What flows wait for by the clock', (opened) => {
  const house = useHouse(opened, { seed: 9_900 })
  let look: () => Promise<void>
  beforeAll(async () => {
    const { flows: kept, tenant, conversations, turns, clock } = house()
    const { draft } = await kept.flows.importDraft(tenant, { text: flows, mode: 'replace', preview: false, by: null })
    await kept.flows.versions.publish(tenant, { note: '', draft, share: 100, at: null, by: null })
    const timeZoneOf = async () => 'Asia/Shanghai'
    const lookAfter = createLookAfterFlows({
      conversations,
      flows: kept.flows,
      turns,
      timeZoneOf,
      clock,
      log: silentLog,
    })
    look = () => lookAfter(tenant)
  })
  const textsIn = async (id: string) => (await house().answersIn(id)).map(({ text }) => text)
  const settled = async (id: string) => {
    await look()
    await house().turns.settle(house().tenant, id)
    await house().delivered(id)
    return textsIn(id)
  }

  it('an answer that does not come is asked for twice and then no more', async () => {
    const { conversationId: id } = await house().say('ann', '订单 SG70411001 换一件')
    const asked = (await settled(id)).length
    house().clock.move(5 * 60_000)
    expect(await settled(id)).toHaveLength(asked)
    house().clock.move(6 * 60_000)
    await expect.poll(async () => (await settled(id)).length).toBeGreaterThan(asked)
    const nudged = await textsIn(id)
    expect(nudged.at(-1)).toContain('要什么尺码？')
    expect(await settled(id)).toEqual(nudged)
    house().clock.move(60 * 60_000)
    const again = await settled(id)
    expect(again.length).toBeGreaterThan(nudged.length)
    house().clock.move(5 * 60 * 60_000)
    expect(await settled(id)).toEqual(again)
  })

  it('a wait that is over goes the other way, once', async () => {
    const { say, clock } = house()
    await say('bea', '订单 SG70411002 换一件')
    const { conversationId: id } = await say('bea', 'L 码')
    clock.move(60 * 60_000)
    expect(await settled(id)).not.toContain('还没有收到您寄回的商品。')
    clock.move(61 * 60_000)
    await settled(id)
    expect((await settled(id)).filter((text) => text === '还没有收到您寄回的商品。')).toHaveLength(1)
  })

  it('a flow begins at its hour in the time zone of the company, once in every conversation of the bot', async () => {
    const { say, clock } = house()
    const { conversationId: id } = await say('cat', '你好')
    const nine = Date.parse(new Date(clock.now()).toISOString().slice(0, 10)) + 25 * 60 * 60_000
    clock.move(nine - clock.now() + 20_000)
    await settled(id)
    expect((await settled(id)).filter((text) => text === '早上好！')).toHaveLength(1)
  })
})

const flowAt = (schedule: string) => ({
  name: { zh: '早安' },
  triggers: [{ schedule }],
  steps: [{ id: 'hello', say: { zh: '早' } }],
})
const timeZone = 'Asia/Shanghai'

it('a schedule is due in the minute in which it falls, whatever stands beside it', () => {
  const broken: string[] = []
  const set = FlowSet.parse({
    flows: { never: flowAt('0 0 31 2 *'), odd: flowAt('x y z'), morning: flowAt('0 9 * * *') },
  })
  const at = (time: string) => {
    const to = Date.parse(`2026-01-05T${time}Z`)
    return scheduledIn(set, { from: to - 60_000, to, timeZone }, (flow) => broken.push(flow))
  }
  expect(at('01:00:30')).toEqual([{ flow: 'morning', at: '2026-01-05T01:00:00.000Z' }])
  expect(broken).toEqual(['never', 'odd'])
  expect(at('00:59:59')).toEqual([])
  expect(at('01:01:00')).toEqual([])
})

it('a schedule that may be published has an hour that comes', () => {
  const field = (from: number, to: number, names: string[] = []) => {
    const value = fc.oneof(fc.integer({ min: from, max: to }).map(String), fc.constantFrom(...names, String(to)))
    const range = fc.tuple(value, value).map((ends) => ends.join('-'))
    const stepped = fc.tuple(fc.oneof(fc.constant('*'), range), fc.integer({ min: 0, max: 40 }))
    const part = fc.oneof(
      value,
      range,
      stepped.map((each) => each.join('/')),
    )
    return fc.oneof(
      fc.constant('*'),
      part,
      fc.array(part, { minLength: 1, maxLength: 3 }).map((all) => all.join(',')),
    )
  }
  const schedule = fc
    .tuple(field(0, 59), field(0, 23), field(28, 31), field(1, 12, ['feb']), field(0, 7, ['mon']))
    .map((fields) => fields.join(' '))
  const to = Date.parse('2026-01-05T00:00:00Z')
  fc.assert(
    fc.property(schedule, (each) => {
      fc.pre(isSchedule(each))
      const set = FlowSet.parse({ flows: { one: flowAt(each) } })
      expect(scheduledIn(set, { from: 0, to, timeZone }, (_, error) => expect.fail(String(error)))).toHaveLength(1)
    }),
    { numRuns: 300 },
  )
})
