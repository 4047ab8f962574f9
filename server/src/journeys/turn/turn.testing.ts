/** The whole house on a test database, with the loopback channel, a clock that stands still and whatever model is given. */
import { ArticleDraft } from '@lingxi/contract/knowledge'
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Staff } from '@lingxi/contract/staff'
import { afterAll, beforeAll, expect } from 'vitest'
import { createLocalSignals } from '#platform/signals'
import { createLoopback } from '../../capabilities/channels/loopback/loopback.ts'
import { demoSettings } from '../../main/demo.ts'
import { createParts, mainTenant, type Platform } from '../../main/parts.ts'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createMetrics } from '../../platform/metrics/metrics.ts'

const articles = [
  ['多久发货？', '16:00 前付款的订单**当天发货**，之后付款的次日发货。', 'zh', ['什么时候发货', '几点前下单当天发']],
  [
    '怎么退货？',
    '收货后 7 天内，在「我的订单」里点「退货」，预约上门取件即可。',
    'zh',
    ['退货流程', '东西不想要了怎么退'],
  ],
  [
    'How long does a refund take?',
    'A refund arrives within **3 working days**.',
    'en',
    ['when do I get my money back'],
  ],
] as const

type Given = Partial<Pick<Platform, 'providers' | 'model' | 'toolModel'>> & { seed?: number }

export async function startHouse(opened: OpenDatabase, { model, toolModel, providers, seed = 5_000 }: Given = {}) {
  const clock = createFakeClock()
  const ids = createSeededIds(seed)
  const signals = createLocalSignals()
  const loopback = createLoopback({ tenantId: mainTenant, secret: 'sealed' })
  const metrics = createMetrics()
  const platform = { opened, signals, clock, ids, log: silentLog, metrics, model, toolModel, providers }
  const parts = createParts(platform, [loopback])
  await parts.staff.prepareInstallation({
    tenantId: mainTenant,
    adminEmail: 'admin@shop.example',
    adminPassword: 'a-long-password',
    defaults: demoSettings,
  })
  const { articles: known } = await parts.knowledge.list(mainTenant, { limit: 1, offset: 0 })
  if (known.length === 0)
    for (const [title, body, language, alternatives] of articles)
      await parts.knowledge.add(
        mainTenant,
        ArticleDraft.parse({ title, body, language, alternatives, status: 'published' }),
      )

  await parts.jobs.start([{ name: 'deliver', run: parts.deliver }, parts.perform.job])

  /** Says it as `from` over the loopback channel; resolves when the turn is over. */
  async function say(from: string, text: string, id: string = ids.next('said')) {
    const { message } = await loopback.receive({ headers: { 'x-signature': 'sealed' }, body: { id, from, text } })
    const heard = await parts.receive(mainTenant, message)
    await heard.answered
    return heard
  }
  const eventsOf = (conversationId: string): Promise<ConversationEvent[]> =>
    parts.conversations.eventsAfter(mainTenant, conversationId, 0)
  const answersIn = async (conversationId: string) =>
    (await eventsOf(conversationId)).filter((event) => event.type === 'message-sent')
  /** Resolves when all that was said to customers has arrived, which is news as well: no clock may be moved before. */
  async function delivered(...conversationIds: string[]): Promise<void> {
    const underWay = async () => {
      const logs = await Promise.all(conversationIds.map(eventsOf))
      return logs.flat().reduce((ids, event) => {
        if (event.type === 'message-sent' && event.speaker.kind === 'bot') ids.add(event.messageId)
        if (event.type === 'delivery-recorded') ids.delete(event.messageId)
        return ids
      }, new Set<string>())
    }
    await expect.poll(underWay).toEqual(new Set())
  }
  return { ...platform, ...parts, loopback, tenant: mainTenant, say, eventsOf, answersIn, delivered }
}
/** One house for a whole suite, stopped after it; its tests speak as different customers. */
export function useHouse(opened: () => OpenDatabase, options: Given = {}) {
  let house: House | undefined
  beforeAll(async () => {
    house = await startHouse(opened(), options)
  })
  afterAll(() => house?.jobs.stop())
  return () => house!
}
export type House = Awaited<ReturnType<typeof startHouse>>

export const aCaller = ({ id, name, role }: Pick<Staff, 'id' | 'name' | 'role'>) => ({
  kind: 'staff' as const,
  tenantId: mainTenant,
  staffId: id,
  name,
  role,
  groups: [] as string[],
})
