import { type ConversationSummary, type ConversationView, conversationViews } from '@lingxi/contract/conversation'
import { type DeskServerFrame, withEvents, withRow } from '@lingxi/contract/live'
import { expect, it } from 'vitest'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { type House, useHouse } from '../turn/turn.testing.ts'
import { createLive } from './live.ts'

const me = 'stf_lin'
const words = { kind: 'answer' as const, text: '您好', citations: [], quickReplies: [] }

onBothDatabases('what the console follows', (opened) => {
  const house = useHouse(opened, { seed: 8_000 })

  it('makes an old snapshot with every later frame the new snapshot', async () => {
    const socket = watch(house())
    await socket.ready
    await driveAtRandom(house(), 30)
    await allDelivered(house())
    // Frames that came while it was read are no news in it, and may not be missed.
    const from = socket.frames.length
    const before = await snapshot(house())
    const logs = await readLogs(
      house(),
      before.open.map(({ id }) => id),
    )
    await driveAtRandom(house(), 60)
    await allDelivered(house())
    const after = await snapshot(house())
    const newest = new Map(conversationViews.flatMap((view) => after[view]).map((row) => [row.id, row.seq]))
    await expect
      .poll(() => [...newest].every(([id, seq]) => socket.seqOf(id) >= seq || isIn(before, id, seq)))
      .toBe(true)

    const followed = structuredClone(before)
    for (const frame of socket.frames.slice(from)) {
      if (frame.type !== 'conversation') continue
      for (const view of conversationViews)
        followed[view] = withRow(followed[view], frame.summary, { view, staffId: me })
      const log = logs.get(frame.summary.id)
      if (log) logs.set(frame.summary.id, withEvents(log, frame.events) ?? [])
    }
    for (const view of conversationViews) expect(idsOf(followed[view])).toEqual(idsOf(after[view]))
    for (const view of conversationViews) expect(followed[view].toSorted(byId)).toEqual(after[view].toSorted(byId))
    expect(logs).toEqual(await readLogs(house(), [...logs.keys()]))
  })

  it('sends away who has no access', async () => {
    const { frames, closed } = watch(house(), 'not a token')
    await closed
    expect(frames).toEqual([{ type: 'signed-out' }])
  })
})

type Snapshot = Record<ConversationView, ConversationSummary[]>
const idsOf = (rows: ConversationSummary[]) => rows.map(({ id }) => id).toSorted()
const byId = (one: ConversationSummary, other: ConversationSummary) => one.id.localeCompare(other.id)
const isIn = (snapshot: Snapshot, id: string, seq: number) =>
  conversationViews.some((view) => snapshot[view].some((row) => row.id === id && row.seq >= seq))

async function snapshot({ conversations, tenant }: House): Promise<Snapshot> {
  const read = (of: ConversationView) => conversations.listView(tenant, { of, staffId: me, limit: 1_000 })
  const [waiting, mine, open, resolved] = await Promise.all(conversationViews.map(read))
  return { waiting: waiting!, mine: mine!, open: open!, resolved: resolved! }
}

async function readLogs({ eventsOf }: House, ids: string[]) {
  return new Map(await Promise.all(ids.map(async (id) => [id, await eventsOf(id)] as const)))
}

async function allDelivered(house: House) {
  const { open, resolved } = await snapshot(house)
  await house.delivered(...[...open, ...resolved].map(({ id }) => id))
}

/** A console's socket, which keeps every frame. */
function watch({ conversations, signals, clock, log, tenant }: House, token = 'access') {
  const frames: DeskServerFrame[] = []
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>()
  const { promise: closed, resolve: isClosed } = Promise.withResolvers<void>()
  const verifyAccess = (given: string) =>
    given === 'access' ? Promise.resolve({ tenantId: tenant, staffId: me }) : Promise.reject(new Error('no'))
  createLive({ verifyAccess, conversations, signals, clock, log }).accept({
    send(text) {
      const frame = JSON.parse(text) as DeskServerFrame
      frames.push(frame)
      if (frame.type === 'ready') isReady()
    },
    close: () => isClosed(),
    on(event: string, listener: (data: { toString(): string }) => void) {
      if (event === 'message') listener({ toString: () => JSON.stringify({ type: 'hello', accessToken: token }) })
    },
  })
  const seqOf = (id: string) =>
    Math.max(
      0,
      ...frames.map((frame) => (frame.type === 'conversation' && frame.summary.id === id ? frame.summary.seq : 0)),
    )
  return { frames, ready, closed, seqOf }
}

/** Customers and people do things, some of them at the same time; refusals are part of the day. */
async function driveAtRandom({ say, conversations, tenant, ids }: House, steps: number) {
  const { chance } = createSeededIds(steps)
  const known: string[] = []
  const act = async () => {
    const id = known[Math.floor(chance() * known.length)]
    const person = { staffId: chance() < 0.7 ? me : 'stf_zhou', name: '小林', mayTakeOver: chance() < 0.3 }
    const compose = () => {
      const speaker = { kind: 'staff' as const, staffId: person.staffId, name: person.name }
      return { message: { ...words, messageId: ids.next('msg'), speaker }, effects: [] }
    }
    const dice = chance()
    if (!id || dice < 0.3) {
      const heard = await say(`live-visitor-${Math.floor(chance() * 12)}`, chance() < 0.4 ? '转人工' : '怎么退货')
      known.push(heard.conversationId)
    } else if (dice < 0.6) await conversations.claim(tenant, id, person)
    else if (dice < 0.8) await conversations.reply(tenant, id, { person, compose })
    else if (dice < 0.9) await conversations.handBack(tenant, id, { person, compose })
    else await conversations.resolve(tenant, id, { person, compose: undefined })
  }
  for (let step = 0; step < steps; step++) await Promise.allSettled([act(), act()])
}
