/** Two people say what a message means without seeing each other; where they differ, a third decides. */
import type { Agreement, Dispute, InboxState, Label, LabellingFigures, LabelTask } from '@lingxi/contract/labelling'
import { Problem } from '@lingxi/contract/problem'
import { isoInstant } from '#platform/clock'
import { cohensKappa } from './agreement.ts'
import type { Inbox } from './inbox.ts'
import { createInboxStore, type KeptLabel } from './inbox-store.ts'
import type { TeachingParts } from './intents.ts'
import { createIntentsStore } from './intents-store.ts'

const keyOf = (label: Label) => (label.kind === 'intent' ? label.intentId : label.kind)
type Saying = { staffId: string; label: Label }

export function createLabelling({ store, clock, inbox }: TeachingParts & { inbox: Inbox }) {
  const messages = createInboxStore(store)
  const intents = createIntentsStore(store)

  return {
    async tasks(tenantId: string, staffId: string, limit: number): Promise<{ tasks: LabelTask[]; waiting: number }> {
      const { messages: some, total } = await messages.tasksOf(tenantId, staffId, limit)
      return {
        tasks: some.map(({ id, text, language, count }) => ({ messageId: id, text, language, count })),
        waiting: total,
      }
    },

    /** Throws `not-found` when it does not wait for a label, or the intent is not there. */
    label: (tenantId: string, messageId: string, { staffId, label }: Saying): Promise<{ state: InboxState }> =>
      store.change(tenantId, async (handle) => {
        const [message] = await messages.hold(tenantId, [messageId], handle)
        if (message?.state !== 'in-labelling') throw new Problem('not-found')
        if (label.kind === 'intent' && !(await intents.find(tenantId, label.intentId, handle)))
          throw new Problem('not-found')
        await messages.keepLabel(tenantId, { messageId, staffId, label, at: isoInstant(clock) }, handle)
        const [one, other] = await messages.labels(tenantId, [messageId], handle)
        if (!one || !other) return { state: 'in-labelling' }
        if (keyOf(one.label) !== keyOf(other.label)) {
          await messages.setState(tenantId, { ids: [messageId], from: ['in-labelling'], to: 'disputed' }, handle)
          return { state: 'disputed' }
        }
        await inbox.settle(tenantId, { messages: [message], label, by: staffId }, handle)
        return { state: label.kind === 'unclear' ? 'dismissed' : 'taught' }
      }),

    async disputes(
      tenantId: string,
      page: { limit: number; offset: number },
    ): Promise<{ disputes: Dispute[]; total: number }> {
      const { messages: some, total } = await messages.list(tenantId, { ...page, state: 'disputed', order: 'frequent' })
      const labels =
        some.length === 0
          ? []
          : await messages.labels(
              tenantId,
              some.map(({ id }) => id),
            )
      const byMessage = Map.groupBy(labels, ({ messageId }) => messageId)
      const disputes = some.map(({ id, text, language, count }) => {
        const said = (byMessage.get(id) ?? []).map(({ staffId, label, at }) => ({ staffId, label, at }))
        return { messageId: id, text, language, count, labels: said }
      })
      return { disputes, total }
    },

    /** Throws `not-found` when it is not disputed, `own-work` for one of the two. */
    decide: (tenantId: string, messageId: string, { staffId, label }: Saying): Promise<{ state: InboxState }> =>
      store.change(tenantId, async (handle) => {
        const [message] = await messages.hold(tenantId, [messageId], handle)
        if (message?.state !== 'disputed') throw new Problem('not-found')
        const labels = await messages.labels(tenantId, [messageId], handle)
        if (labels.some((each) => each.staffId === staffId))
          throw new Problem('own-work', { detail: 'One of the two cannot decide between them.' })
        await inbox.settle(tenantId, { messages: [message], label, by: staffId, decidedBy: staffId }, handle)
        return { state: label.kind === 'unclear' ? 'dismissed' : 'taught' }
      }),

    async figures(tenantId: string): Promise<LabellingFigures> {
      const [labels, taught, counts, decided] = await Promise.all([
        messages.labels(tenantId),
        intents.list(tenantId, { archived: true }),
        messages.countByState(tenantId),
        messages.countDecided(tenantId),
      ])
      const names = new Map(taught.map(({ id, name }) => [id, name]))
      const named = (label: Label) =>
        label.kind === 'intent' ? (names.get(label.intentId) ?? label.intentId) : label.kind === 'unclear' ? '?' : ''
      const both = [...Map.groupBy(labels, ({ messageId }) => messageId).values()]
        .flatMap(([one, other]) => (one && other ? [inOrder(one, other)] : []))
        .map(([one, other]) => ({
          people: [one.staffId, other.staffId] as [string, string],
          said: [named(one.label), named(other.label)] as [string, string],
        }))
      return {
        waiting: counts.get('in-labelling') ?? 0,
        disputed: counts.get('disputed') ?? 0,
        agreed: both.filter(({ said: [one, other] }) => one === other).length,
        decided,
        kappa: cohensKappa(both.map(({ said }) => said)),
        pairs: [...Map.groupBy(both, ({ people }) => people.join(' ')).values()].map(agreementOf),
        mixedUp: mixedUpOf(both.map(({ said }) => said)),
      }
    },
  }
}
export type Labelling = ReturnType<typeof createLabelling>

/** The same two always in the same order, whoever was first. */
const inOrder = (one: KeptLabel, other: KeptLabel) =>
  (one.staffId < other.staffId ? [one, other] : [other, one]) as [KeptLabel, KeptLabel]

type Both = { people: [string, string]; said: [string, string] }
function agreementOf(some: Both[]): Agreement {
  const said = some.map((each) => each.said)
  const agreed = said.filter(([one, other]) => one === other).length / said.length
  return { people: some[0]!.people, messages: said.length, agreed, kappa: cohensKappa(said) }
}

function mixedUpOf(said: [string, string][]) {
  const different = said.filter(([one, other]) => one !== other).map((pair) => pair.toSorted())
  return [...Map.groupBy(different, (pair) => JSON.stringify(pair)).values()]
    .map((some) => ({ one: some[0]![0]!, other: some[0]![1]!, count: some.length }))
    .sort((one, other) => other.count - one.count)
    .slice(0, 20)
}
