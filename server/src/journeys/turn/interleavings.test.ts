import { describe, expect, it } from 'vitest'
import { startConversations } from '../../capabilities/conversations/conversations.testing.ts'
import { onBothDatabases, serverUrl } from '../../platform/database/database.testing.ts'
import { complaintsAbout, type Driven, driveOne } from './interleavings.testing.ts'

const many = 10_000
/** Where there is a server it is driven so often, for it does more at once; the embedded engine has one connection. */
const fewer = 2_500
const atOnce = 500
const steps = 9

onBothDatabases('ten thousand interleavings of a turn, a quarter of them again on the other engine', (opened) => {
  it('never let two speakers answer one turn, lose a message, or leave one unanswered', {
    timeout: 240_000,
  }, async () => {
    const interleavings = opened().kind === 'embedded' && serverUrl ? fewer : many
    const started = startConversations(opened(), 77)
    const driven: Driven[] = []
    for (let from = 1; from <= interleavings; from += atOnce) {
      const seeds = Array.from({ length: atOnce }, (_, index) => from + index)
      driven.push(...(await Promise.all(seeds.map((seed) => driveOne(started, seed, steps)))))
    }
    const broken = (await Promise.all(driven.map((one) => check(started, one)))).filter(
      (complaints) => complaints.length > 0,
    )
    expect(broken).toEqual([])
    // The drive means something only if much of what it tried was indeed late.
    const sum = (read: (one: Driven) => number) => driven.reduce((total, one) => total + read(one), 0)
    expect(driven.length).toBe(interleavings)
    expect(sum(({ late }) => late)).toBeGreaterThan(interleavings / 4)
    expect(sum(({ committed }) => committed)).toBeGreaterThan(interleavings / 4)
  })
})

async function check(
  { conversations, tenant }: ReturnType<typeof startConversations>,
  { seed, conversationIds, said }: Driven,
) {
  const complaints: string[] = []
  const heard = new Set<string>()
  for (const id of conversationIds) {
    const events = await conversations.eventsAfter(tenant, id, 0)
    complaints.push(...complaintsAbout(events))
    for (const event of events) if (event.type === 'message-received') heard.add(event.externalId)
    const state = await conversations.find(tenant, id)
    if (state && conversations.isDue(state)) complaints.push(`${id} still waits for the bot`)
  }
  for (const externalId of said) if (!heard.has(externalId)) complaints.push(`${externalId} was lost`)
  return complaints.map((complaint) => `seed ${seed}: ${complaint}`)
}

describe('the check of the interleavings', () => {
  it('sees two speakers in one turn', () => {
    const at = '2026-01-05T08:00:00Z'
    const speaker = { kind: 'staff' as const, staffId: 'stf_lin', name: '小林' }
    const sent = { messageId: 'm', kind: 'answer' as const, text: '', citations: [], quickReplies: [] }
    const events = [{ ...sent, type: 'message-sent' as const, seq: 1, at, turn: 1, speaker }]
    expect(complaintsAbout(events)).toEqual(["stf_lin spoke in turn 1, which is bot's"])
  })
})
