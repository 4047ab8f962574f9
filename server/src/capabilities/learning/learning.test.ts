import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aLearning, aLog } from './learning.testing.ts'

onBothDatabases('Learning from conversations', (opened) => {
  const start = () => aLearning(opened().database)
  const since = '2026-01-01T00:00:00.000Z'
  const conversation = (id: string, customerId = 'cus_1') => ({
    id,
    customerId,
    channel: 'web',
    customerName: '访客 1',
  })

  describe('feedback', () => {
    it('counts each answer once however often its conversation is read', async () => {
      const { learning, tenantId } = start()
      const log = aLog()
        .asks({ question: '怎么退货？', cites: ['art_1'] })
        .asks({ question: '多久退款？', cites: ['art_2'] })
      await learning.recordConversation(tenantId, conversation('cnv_1'), log.events)
      log.resolved().rated(true)
      for (let times = 0; times < 3; times++)
        await learning.recordConversation(tenantId, conversation('cnv_1'), log.events)
      const uses = await learning.usesOf(tenantId, ['art_1', 'art_2', 'art_3'], since)
      expect(Object.fromEntries(uses)).toEqual({
        art_1: { answered: 1, solved: 1, unsolved: 0, returned: 0, opened: 0 },
        art_2: { answered: 1, solved: 1, unsolved: 0, returned: 0, opened: 0 },
      })
    })

    it('knows who comes back about the same within the days, in whichever order it reads', async () => {
      const first = aLog({ start: '2026-01-05T08:00:00.000Z' }).asks({ question: '退款多久到账？', cites: ['art_1'] })
      const second = aLog({ start: '2026-01-08T08:00:00.000Z' }).asks({
        question: '退款几天能到账',
        decision: 'unknown',
      })
      const late = aLog({ start: '2026-03-08T08:00:00.000Z' }).asks({ question: '退款多久到账？', cites: ['art_2'] })
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 0, 2, 1, 0],
      ]) {
        const { learning, tenantId } = start()
        for (const place of order)
          await learning.recordConversation(
            tenantId,
            conversation(`cnv_${place}`),
            [first, second, late][place]!.events,
          )
        const uses = await learning.usesOf(tenantId, ['art_1', 'art_2'], since)
        expect([uses.get('art_1')?.returned, uses.get('art_2')?.returned]).toEqual([1, 0])
      }
    })

    it('tells how each article served the question it answered', async () => {
      const { learning, tenantId } = start()
      const conversed = (id: string) => ({ id, customerId: `cus_${id}`, channel: 'web', customerName: '访客' })
      const logs = {
        solved: aLog()
          .asks({ question: '怎么退货', cites: ['art_1'] })
          .rated(true),
        unsolved: aLog()
          .asks({ question: '退款多久到', cites: ['art_2'] })
          .rated(false),
        silent: aLog().asks({ question: '能开发票吗', cites: ['art_3'] }),
        person: aLog()
          .asks({ question: '运费谁出', cites: ['art_1'] })
          .wantsPerson(),
      }
      for (const [id, { events }] of Object.entries(logs))
        await learning.recordConversation(tenantId, conversed(id), events)
      const served = await learning.servedAnswers(tenantId)
      expect(Object.fromEntries(served.map(({ question, value }) => [question, value]))).toEqual({
        怎么退货: 1,
        退款多久到: 0,
        能开发票吗: 0.7,
        运费谁出: 0,
      })
      expect(await start().learning.servedAnswers('another')).toEqual([])
    })

    it('tells which ways through the graph served', async () => {
      const { learning, tenantId } = start()
      const hop = { edgeId: 'e', articleId: null }
      const paths = [
        [
          { ...hop, from: '云杉羽绒服', relation: '填充物', to: '鹅绒', against: false },
          { ...hop, from: '鹅绒', relation: '填充物', to: '白桦背心', against: true },
        ],
      ]
      const { events } = aLog()
        .asks({ question: '还有什么和云杉羽绒服一样填的', paths })
        .asks({ question: '怎么退货' })
        .rated(true)
      const about = { id: 'cnv_1', customerId: 'cus_1', channel: 'web', customerName: '访客' }
      await learning.recordConversation(tenantId, about, events)
      const path = ['云杉羽绒服', '填充物', '鹅绒', '^填充物', '白桦背心']
      expect(await learning.servedPaths(tenantId)).toEqual([
        { question: '还有什么和云杉羽绒服一样填的', path, value: 1 },
      ])
      expect(await learning.servedPaths('another')).toEqual([])
    })

    it('counts an opened citation once a day and reader', async () => {
      const { learning, tenantId, clock } = start()
      for (const readerId of ['cus_1', 'cus_1', 'cus_2'])
        await learning.recordOpened(tenantId, { articleId: 'art_1', readerId })
      clock.move(86_400_000)
      await learning.recordOpened(tenantId, { articleId: 'art_1', readerId: 'cus_1' })
      expect((await learning.usesOf(tenantId, ['art_1'], since)).get('art_1')).toMatchObject({ answered: 0, opened: 3 })
    })

    it('adds up to the same whatever is read, again, and in whichever order', async () => {
      const told = fc.record({
        question: fc.constantFrom('怎么退货？', '退款多久到账？', '能开发票吗？', '运费多少？'),
        decision: fc.constantFrom('answer' as const, 'unknown' as const),
        cites: fc.subarray(['art_1', 'art_2', 'art_3']),
      })
      const told2 = fc.record({
        customer: fc.nat(1),
        day: fc.nat(9),
        turns: fc.array(told, { maxLength: 3 }),
        solved: fc.option(fc.boolean()),
      })
      await fc.assert(
        fc.asyncProperty(
          fc.array(told2, { maxLength: 4 }),
          fc.array(fc.nat(3), { maxLength: 6 }),
          async (all, again) => {
            const logs = all.map(({ customer, day, turns, solved }, place) => {
              const log = aLog({ start: `2026-01-1${day}T08:00:00.000Z` })
              for (const turn of turns) log.asks(turn)
              if (solved !== null) log.resolved().rated(solved)
              return { about: conversation(`cnv_${place}`, `cus_${customer}`), events: log.events }
            })
            const tally = async (order: number[]) => {
              const { learning, tenantId } = start()
              for (const place of order) {
                const log = logs[place]
                if (log) await learning.recordConversation(tenantId, log.about, log.events)
              }
              return Object.fromEntries(await learning.usesOf(tenantId, ['art_1', 'art_2', 'art_3'], since))
            }
            const straight = logs.map((_, place) => place)
            expect(await tally([...again, ...straight.toReversed()])).toEqual(await tally(straight))
          },
        ),
        { numRuns: 12, seed: 3 },
      )
    })

    it('keeps tenants apart', async () => {
      const one = start()
      const other = start()
      await one.learning.recordConversation(
        one.tenantId,
        conversation('cnv_1'),
        aLog().asks({ question: '退货', cites: ['art_1'] }).events,
      )
      expect((await other.learning.usesOf(other.tenantId, ['art_1'], since)).size).toBe(0)
    })
  })
})
