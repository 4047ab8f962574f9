import { beforeAll, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

const flows = `
flows:
  exchange:
    name: { zh: 换货 }
    triggers: [{ intent: exchange-goods }]
    steps: [{ id: told, say: { zh: 我来帮您换。 } }]
  repair:
    name: { zh: 报修 }
    triggers: [{ intent: report-fault }]
    steps: [{ id: told, say: { zh: 我来帮您报修。 } }]
`
/** What understanding makes of whatever is said: likely this, perhaps that. */
const guesses = [
  { label: 'exchange-goods', probability: 0.4 },
  { label: 'report-fault', probability: 0.1 },
]

onBothDatabases('What no article answers', (opened) => {
  const house = useHouse(opened, { seed: 41_000 })
  beforeAll(async () => {
    const { flows: kept, tenant, understanding } = house()
    const { draft } = await kept.flows.importDraft(tenant, { text: flows, mode: 'replace', preview: false, by: null })
    await kept.flows.versions.publish(tenant, { note: '', draft, share: 100, at: null, by: null })
    const intents = () => ({ labels: guesses, inScope: 0.9, because: () => [] })
    understanding.useOpened(tenant, { version: 'v1', intents })
  })
  const lastIn = async (id: string) => (await house().answersIn(id)).at(-1)!

  it('is asked back with the flows that it may be about and a person, and what is picked begins', async () => {
    const { say, eventsOf } = house()
    const { conversationId: id } = await say('ann', '手柄转起来咔咔响要怎么弄')
    const asked = await lastIn(id)
    expect(asked.quickReplies!.map(({ text }) => text)).toEqual(['换货', '报修', '转人工'])
    expect((await eventsOf(id)).find(({ type }) => type === 'turn-decided')).toMatchObject({
      decision: 'clarify',
      why: {
        reason: 'asks-which',
        question: '手柄转起来咔咔响要怎么弄',
        dialogue: { offered: ['exchange', 'repair'] },
      },
    })
    await say('ann', '第二个')
    expect((await lastIn(id)).text).toBe('我来帮您报修。')
  })

  it('is said not to be known where that was asked just before, and a person is never further than a word', async () => {
    const { say } = house()
    await say('bea', '手柄转起来咔咔响要怎么弄')
    const { conversationId: id } = await say('bea', '都不是，声音很大怎么回事')
    expect((await lastIn(id)).quickReplies!.map(({ text }) => text)).not.toContain('换货')
    await say('bea', '转人工')
    expect(await house().conversations.find(house().tenant, id)).toMatchObject({ owner: { kind: 'queue' } })
  })
})
