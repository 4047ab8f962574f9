/** The inbox: what customers wrote, what teaches most first; people say what it means, alone or two blind to each other. */
import {
  inboxStates,
  usualPeriod,
  type InboxMessage,
  type InboxState,
  type Label,
  type MoodLabel,
} from '@lingxi/contract/labelling'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { Example } from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import { createExamplesStore } from './examples-store.ts'
import { createInboxStore, type Guessed, type InboxFilter } from './inbox-store.ts'
import type { TeachingParts } from './intents.ts'
import { createIntentsStore } from './intents-store.ts'
import type { Handle } from './teaching-store.ts'
import { keyOfText } from './text-key.ts'

const mostKept = 20_000
const longestKept = 500
export type Said = { text: string; language: Language; at: string }

export function createInbox({ store, clock, ids }: TeachingParts) {
  const inbox = createInboxStore(store)
  const examples = createExamplesStore(store)
  const intents = createIntentsStore(store)
  const daysAgo = (days: number) => new Date(clock.now() - days * 86_400_000).toISOString()

  /** They become examples, or are put aside. Within a change of what is taught. */
  async function settle(
    tenantId: string,
    {
      messages,
      label,
      by,
      decidedBy = null,
    }: { messages: InboxMessage[]; label: Label; by: string; decidedBy?: string | null },
    handle: Handle,
  ): Promise<Example[]> {
    const of = { ids: messages.map(({ id }) => id), from: [...inboxStates], by: decidedBy }
    if (label.kind === 'unclear') {
      await inbox.setState(tenantId, { ...of, to: 'dismissed' }, handle)
      return []
    }
    const intentId = label.kind === 'intent' ? label.intentId : null
    if (intentId !== null && !(await intents.find(tenantId, intentId, handle))) throw new Problem('not-found')
    const drafts = messages.map(({ text, language }) => ({
      id: ids.next('exa'),
      text,
      language,
      intentId,
      outOfScope: intentId === null,
      entities: [],
      sentiment: null,
      emotion: null,
    }))
    const at = isoInstant(clock)
    const added = await examples.insert(tenantId, { examples: drafts, source: 'labelled', at, by }, handle)
    await inbox.setState(tenantId, { ...of, to: 'taught' }, handle)
    const kept = { source: 'labelled' as const, version: 1, updatedAt: at, updatedBy: by }
    return drafts.filter(({ id }) => added.has(id)).map((draft) => ({ ...draft, ...kept }))
  }

  const move = (tenantId: string, change: { ids: string[]; from: InboxState[]; to: InboxState }): Promise<number> =>
    store.transaction(async (handle) => {
      await inbox.hold(tenantId, change.ids, handle)
      return inbox.setState(tenantId, change, handle)
    })

  return {
    settle,
    /** Of the last `days`, all of them unless said; so are the counts. */
    async list(tenantId: string, { days, ...filter }: Omit<InboxFilter, 'since'> & { days?: number | undefined }) {
      const since = days === undefined ? undefined : daysAgo(days)
      const counts = await inbox.countByState(tenantId, since)
      const all = Object.fromEntries(inboxStates.map((state) => [state, counts.get(state) ?? 0])) as Record<
        InboxState,
        number
      >
      const { messages, total } = await inbox.list(tenantId, { ...filter, since })
      const moods = await examples.moods(
        tenantId,
        messages.map(({ text }) => text),
      )
      return {
        messages: messages.map((each) => ({ ...each, mood: moods.get(each.text) ?? each.mood })),
        total,
        counts: all,
      }
    },
    countOpen: async (tenantId: string) => (await inbox.countByState(tenantId, daysAgo(usualPeriod))).get('open') ?? 0,

    /** The last event of a conversation that was read. */
    readTo: (tenantId: string, conversationId: string) => inbox.readTo(tenantId, conversationId),
    /** What a customer said between the events `after` and `seq`, masked: taken once, however often it is told. */
    take: (
      tenantId: string,
      conversationId: string,
      { after, seq, said }: { after: number; seq: number; said: Said[] },
    ): Promise<void> =>
      store.transaction(async (handle) => {
        const at = isoInstant(clock)
        if ((await inbox.holdReadTo(tenantId, { conversationId, at }, handle)) !== after) return
        const heard = said.flatMap(({ text, language, at }) => {
          const near = text.slice(0, longestKept).toWellFormed().trim()
          return near === '' ? [] : [{ id: ids.next('msg'), key: keyOfText(near), text: near, language, at }]
        })
        await inbox.add(tenantId, heard, handle)
        await inbox.keepReadTo(tenantId, { conversationId, seq, at }, handle)
      }),
    /** Keeps the newest 20,000, and nothing that was not said for `days`. */
    trim: (tenantId: string, days: number) =>
      store.transaction((handle) => inbox.trim(tenantId, { most: mostKept, before: daysAgo(days) }, handle)),

    unguessed: (tenantId: string, version: string, limit: number) => inbox.unguessed(tenantId, version, limit),
    keepGuesses: (tenantId: string, given: { version: string; guessed: Guessed[] }) =>
      inbox.keepGuesses(tenantId, given),

    /** Without a second opinion. Throws `not-found` for an intent that is not there; messages that are gone are left out. */
    teach: (
      tenantId: string,
      { ids: which, label, by }: { ids: string[]; label: Label; by: string },
    ): Promise<Example[]> =>
      store.change(tenantId, async (handle) => {
        const messages = await inbox.hold(tenantId, which, handle)
        return messages.length === 0 ? [] : settle(tenantId, { messages, label, by }, handle)
      }),
    /** How a message feels is an example by itself: what it means may still be open. Throws `not-found`. */
    feel: (tenantId: string, id: string, { mood, by }: { mood: MoodLabel; by: string }): Promise<MoodLabel> =>
      store.change(tenantId, async (handle) => {
        const [message] = await inbox.hold(tenantId, [id], handle)
        if (!message) throw new Problem('not-found')
        const { text, language } = message
        const kept = { id: ids.next('exa'), text, language, mood, at: isoInstant(clock), by }
        await examples.keepMood(tenantId, kept, handle)
        return mood
      }),
    dismiss: (tenantId: string, { ids: which, back }: { ids: string[]; back: boolean }) =>
      move(
        tenantId,
        back ? { ids: which, from: ['dismissed'], to: 'open' } : { ids: which, from: ['open'], to: 'dismissed' },
      ),
    sendToLabelling: (tenantId: string, which: string[]) =>
      move(tenantId, { ids: which, from: ['open', 'dismissed'], to: 'in-labelling' }),
  }
}
export type Inbox = ReturnType<typeof createInbox>
