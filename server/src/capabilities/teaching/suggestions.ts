/**
 * New intents that customers ask for: open messages that no intent fits, put together where they say much the same. Done by a
 * job in a thread, and kept: every process tells and takes the same.
 */
import type { InboxMessage, SuggestedIntent } from '@lingxi/contract/labelling'
import { Problem } from '@lingxi/contract/problem'
import type { BothLanguages, Intent } from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import type { Jobs } from '#platform/jobs'
import type { Cluster } from './cluster-texts.ts'
import type { Inbox } from './inbox.ts'
import type { Intents, TeachingParts } from './intents.ts'
import { createLooksStore } from './looks-store.ts'
import { askThread } from './threads/ask-thread.ts'

export const suggestionsJob = 'suggest-intents'
const kind = 'suggestions'
/** So many of the newest are looked at. */
const mostLookedAt = 5_000
const mostKept = 200
const mostShown = 20
const fits = 0.4

type Kept = { suggestions: (SuggestedIntent & { messageIds: string[] })[] }
type Accepting = {
  messageIds: string[]
  intentId?: string | undefined
  name?: string | undefined
  title: BothLanguages
  by: string
}
type Parts = TeachingParts & { jobs: Pick<Jobs, 'addWithin' | 'wake'>; inbox: Inbox; intents: Intents }

export function createSuggestions({ store, clock, jobs, inbox, intents }: Parts) {
  const looks = createLooksStore(store)

  /** Nothing where somebody asked before and it goes on. */
  async function lookAgain(tenantId: string): Promise<void> {
    const isFirst = await store.transaction(async (handle) => {
      const last = await looks.find(tenantId, kind, handle)
      if (last && last.wanted > last.seen) return false
      if (!(await looks.want(tenantId, { kind, state: (last?.wanted ?? 0) + 1 }, handle))) return false
      await jobs.addWithin(handle, [{ name: suggestionsJob, key: tenantId, body: { tenantId } }])
      return true
    })
    if (isFirst) jobs.wake(suggestionsJob)
  }

  /** Throws `not-found`. */
  async function idsOf(tenantId: string, id: string): Promise<string[]> {
    const last = await looks.find<Kept>(tenantId, kind)
    const there = last?.result?.suggestions.find((suggestion) => suggestion.id === id)
    if (!there) throw new Problem('not-found')
    return there.messageIds
  }
  const takeAway = (tenantId: string, id: string) =>
    store.transaction((handle) =>
      looks.amend<Kept>(
        tenantId,
        {
          kind,
          change: ({ suggestions }) => ({ suggestions: suggestions.filter((suggestion) => suggestion.id !== id) }),
        },
        handle,
      ),
    )

  return {
    lookAgain,
    /** What was found last; who asks for the first time has it looked. */
    async list(tenantId: string) {
      const last = await looks.find<Kept>(tenantId, kind)
      if (!last) await lookAgain(tenantId)
      const suggestions = last?.result?.suggestions ?? []
      return {
        suggestions: suggestions.map(({ messageIds: _messageIds, ...suggestion }) => suggestion),
        lookedAt: last?.at ?? null,
        isLooking: !last || last.wanted > last.seen,
      }
    },
    /** The job's last try broke: whoever wants suggestions next asks anew. */
    giveUp: (tenantId: string) => looks.giveUp(tenantId, kind),
    /** Done by the job. Throws when the thread breaks. */
    async look(tenantId: string): Promise<void> {
      const state = (await looks.find(tenantId, kind))?.wanted ?? 0
      const asked = { state: 'open', order: 'newest', limit: mostLookedAt, offset: 0 } as const
      const { messages } = await inbox.list(tenantId, asked)
      const strange = messages.filter(({ guess }) => !guess || guess.intent === null || guess.probability < fits)
      const found = await askThread({ kind: 'cluster', texts: strange.map(({ text }) => text) })
      if (found.outcome !== 'answered') throw new Error(`Messages could not be put together: ${found.outcome}`)
      const suggestions = found.answer
        .map((cluster) => suggestionOf(strange, cluster))
        .sort((one, other) => other.count - one.count)
        .slice(0, mostKept)
      const result: Kept = { suggestions }
      await looks.keep(tenantId, { kind, state, result, at: isoInstant(clock) })
    },
    /** Throws `not-found`, `already-exists`. */
    async accept(tenantId: string, id: string, { messageIds, intentId, name, title, by }: Accepting): Promise<Intent> {
      const its = new Set(await idsOf(tenantId, id))
      const wanted = messageIds.filter((each) => its.has(each))
      if (wanted.length === 0) throw new Problem('not-found')
      const draft = { name: name ?? '', title, description: { zh: '', en: '' } }
      const intent =
        intentId === undefined ? await intents.add(tenantId, draft, by) : await intents.get(tenantId, intentId)
      await inbox.teach(tenantId, { ids: wanted, label: { kind: 'intent', intentId: intent.id }, by })
      await takeAway(tenantId, id)
      return intents.get(tenantId, intent.id)
    },
    /** Throws `not-found`. */
    async dismiss(tenantId: string, id: string): Promise<void> {
      await inbox.dismiss(tenantId, { ids: await idsOf(tenantId, id), back: false })
      await takeAway(tenantId, id)
    },
  }
}

function suggestionOf(messages: InboxMessage[], { members, words }: Cluster): Kept['suggestions'][number] {
  const some = members.map((at) => messages[at]!)
  return {
    id: `sug_${some[0]!.id}`,
    words,
    texts: some.length,
    count: some.reduce((sum, { count }) => sum + count, 0),
    messages: some.slice(0, mostShown).map(({ id, text, language, count }) => ({ id, text, language, count })),
    lastAt: some.map(({ lastAt }) => lastAt).reduce((one, other) => (one > other ? one : other)),
    messageIds: some.map(({ id }) => id),
  }
}
