import { api } from '@lingxi/contract/api'
import { Flow } from '@lingxi/contract/flow'
import { cutShort, flowsDraft, type ReleaseReplay } from '@lingxi/contract/release-replays'
import { expect, it } from 'vitest'
import { systemClock } from '../platform/clock/clock.ts'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'
import { eventually } from '../eventually.testing.ts'

/** Once it hurries, more time passes between two looks at it than a replay may take. */
let hurries = false
let ahead = 0
const clock = { ...systemClock, reading: () => systemClock.reading() + (hurries ? (ahead += 121_000) : 0) }
const server = useServer({ clock })
const ofFlows = { params: { what: flowsDraft } }
const text = (zh: string) => ({ zh, en: zh })
const cancelling = (step: object) =>
  Flow.parse({ name: text('取消订单'), triggers: [{ event: 'cancel' }], steps: [{ id: 'first', ...step }] })

/** A customer of whom the company's shop says that they cancel. */
async function aCancelledOrder() {
  const visitor = await aVisitor(server())
  await visitor.say('你好')
  const id = await visitor.conversationId()
  const { conversations, turns } = server().parts
  const event = { externalId: 'evt_1', name: 'cancel', fields: {} }
  await conversations.receiveEvent(mainTenant, id, event)
  await turns.settle(mainTenant, id)
  await eventually(async () => expect(await logOf(id)).toContain('"text":"取消了。"'))
  return id
}
const logOf = async (id: string) => JSON.stringify(await server().parts.conversations.eventsAfter(mainTenant, id, 0))

it('keeps a draft from customers that would treat them otherwise, until somebody accepts that', async () => {
  const { call, id: by } = await server().signIn('supervisor')
  let version: number | null = null
  const draw = async (step: object) => {
    const body = { kind: 'flow' as const, name: 'cancel', version, content: cancelling(step) }
    version = (await call(api.saveFlowPart, { body })).version
  }
  const publish = async () => call(api.publishFlows, { body: { draft: (await call(api.getFlows, {})).draft } })
  const needs = async () => (await call(api.getReplay, ofFlows)).needs
  async function replay(): Promise<ReleaseReplay> {
    await call(api.startReplay, ofFlows)
    return eventually(async () => {
      const { replay: now } = await call(api.getReplay, ofFlows)
      expect(now?.state).toBe('done')
      return now!
    })
  }
  const refused = (code: string) => expect.objectContaining({ code })

  // What nothing is held against needs no replay.
  await draw({ say: text('取消了。') })
  await expect(call(api.startReplay, ofFlows)).rejects.toEqual(refused('invalid-request'))
  await publish()
  const conversation = await aCancelledOrder()
  const before = await logOf(conversation)
  expect(await needs()).toBe('none')

  // Other words pass once they were looked at.
  await draw({ say: text('已经取消。') })
  expect(await needs()).toBe('replay')
  await expect(publish()).rejects.toEqual(refused('not-replayed'))
  const words = await replay()
  expect(words.report).toMatchObject({ conversations: 1, turns: 2, identical: 1, changed: 1 })
  expect(words.report!.groups).toMatchObject([
    {
      kind: 'wording',
      turns: 1,
      examples: [{ conversationId: conversation, before: { text: '取消了。' }, after: { text: '已经取消。' } }],
    },
  ])
  expect(await needs()).toBe('none')
  await publish()

  // A person in place of an answer does not, unless somebody says why.
  await draw({ hand_over: { reason: 'cancel', say: text('我请同事来。') } })
  const worse = await replay()
  const [group] = worse.report!.groups
  expect(group).toMatchObject({ kind: 'hand-over-gained', before: 'flow', after: 'cancel', turns: 1 })
  expect(await needs()).toBe('word')
  await expect(publish()).rejects.toMatchObject({ code: 'not-accepted', errors: [{ path: group!.key }] })
  const accept = (keys: string[], { id } = worse) =>
    call(api.acceptChanges, { params: { what: flowsDraft, id }, body: { keys, reason: '人来处理更稳妥' } })
  await expect(accept(['nothing'])).rejects.toEqual(refused('not-found'))
  expect((await accept([group!.key])).accepted).toMatchObject([{ key: group!.key, reason: '人来处理更稳妥', by }])

  // The word is of what stands in this draft alone: it holds where that comes again.
  await draw({ hand_over: { reason: 'cancelled', say: text('我请同事来。') } })
  expect(await needs()).toBe('replay')
  expect((await replay()).accepted).toEqual([])
  expect(await needs()).toBe('word')
  await draw({ hand_over: { reason: 'cancel', say: text('我请同事来。') } })
  expect((await replay()).accepted).toMatchObject([{ key: group!.key, reason: '人来处理更稳妥', by }])
  await publish()

  // What it did not come to needs a word of its own.
  await draw({ say: text('取消好了。') })
  hurries = true
  const short = await replay()
  hurries = false
  expect(short.report).toMatchObject({ of: 1, conversations: 0, groups: [] })
  expect(await needs()).toBe('word')
  await expect(publish()).rejects.toMatchObject({ code: 'not-accepted', errors: [{ path: cutShort }] })
  await accept([cutShort], short)
  await publish()

  expect(await logOf(conversation)).toBe(before)
  const { call: asStaff } = await server().signIn('staff')
  await expect(asStaff(api.startReplay, ofFlows)).rejects.toEqual(refused('not-allowed'))
  const given = { params: { what: flowsDraft, id: worse.id }, body: { keys: [group!.key], reason: '可以' } }
  await expect(asStaff(api.acceptChanges, given)).rejects.toEqual(refused('not-allowed'))
})
