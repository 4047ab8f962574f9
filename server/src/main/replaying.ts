/** What is to go to customers held against what is at work: the newest conversations are taken again with both. */
import { createHash } from 'node:crypto'
import type { RecordedConversation } from '@lingxi/contract/recording'
import { flowsDraft } from '@lingxi/contract/release-replays'
import type { Settings } from '@lingxi/contract/staff'
import type { ConversationState } from '#conversations'
import { writeFlows } from '#flows'
import type { JobKind } from '#platform/jobs'
import { replayJob } from '#replays'
import { createRecord, createTakeAgain, replay, type TakeAgain } from '../journeys/replaying/replaying.ts'
import type { Parts, Platform } from './parts.ts'
import { createTurnOver } from './turn-over.ts'
import { openVersion } from './understanding.ts'

const mostConversations = 200
/**
 * Seconds. What is not taken again by then is left: who publishes does not wait for ever. A turn that has begun may take some
 * time yet, with both: the job is given twice as long.
 */
const longestReplay = 120

/** `subject` names what is to be released by what stands in it. */
type Both = { before: TakeAgain; after: TakeAgain; subject: string }
type Asked = { what: string; against: string; settings: Settings }

export function createReplaying({ clock }: Platform, parts: Parts): JobKind {
  const { conversations, customers, staff } = parts
  const { flows } = parts.flows
  const { replays } = parts.replays
  const record = createRecord({ conversations, customers })

  async function* recordAll(tenantId: string, states: ConversationState[]): AsyncGenerator<RecordedConversation> {
    for (const state of states) yield await record(tenantId, state)
  }

  async function bothFlows(tenantId: string, { against, settings }: Asked): Promise<Both> {
    const [live, draft] = await Promise.all([flows.setOf(tenantId, Number(against)), flows.draft.read(tenantId)])
    const turnOver = createTurnOver(parts)
    const takeWith = (set: typeof live) => createTakeAgain({ turnOver, flows: { version: 0, set }, settings })
    return { before: takeWith(live), after: takeWith(draft), subject: digestOf(writeFlows(draft)) }
  }

  async function bothVersions(tenantId: string, { what, against, settings }: Asked): Promise<Both> {
    const live = await flows.live(tenantId)
    const takeWith = async (id: string) => {
      const turnOver = createTurnOver(parts, { reads: await openVersion(parts, tenantId, id) })
      return createTakeAgain({ turnOver, flows: live, settings })
    }
    return { before: await takeWith(against), after: await takeWith(what), subject: what }
  }

  return {
    name: replayJob,
    expireInSeconds: 2 * longestReplay,
    retryLimit: 2,
    async run(body) {
      const { tenantId, id } = body as { tenantId: string; id: string }
      await replays.run(tenantId, id, async ({ what, against }) => {
        const until = clock.reading() + longestReplay * 1000
        const newest = await conversations.listNewest(tenantId, mostConversations)
        const asked = { what, against, settings: await staff.getSettings(tenantId) }
        const { subject, ...both } = await (what === flowsDraft ? bothFlows : bothVersions)(tenantId, asked)
        const report = await replay(tenantId, [{ conversations: recordAll(tenantId, newest), ...both }], {
          of: newest.length,
          mayGoOn: () => clock.reading() < until,
        })
        return { report, subject }
      })
    },
    async onGivenUp(body) {
      const { tenantId, id } = body as { tenantId: string; id: string }
      await replays.giveUp(tenantId, id)
    },
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
