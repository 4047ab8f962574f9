/**
 * The customers who are looking right now. A follower is told that there is something to read, and reads it from the
 * log, so that a lost or doubled signal costs nothing; drafts and typing are told directly, and are worth nothing later.
 */
import type { Signals } from '#platform/signals'

export type Follower = {
  /** There may be something new in this conversation; without one, anywhere. */
  look(conversationId: string | undefined): void
  draft(text: string): void
  typing(conversationId: string, staffId: string): void
}
export type Followers = ReturnType<typeof createFollowers>

export function createFollowers({ signals }: { signals: Pick<Signals, 'follow'> }) {
  const following = new Map<string, Set<Follower>>()
  const drafts = new Map<string, string>()

  const of = (tenantId: string, customerId: string) => following.get(`${tenantId} ${customerId}`) ?? []
  const everyone = () => [...following.values()].flatMap((followers) => [...followers])

  signals.follow(({ topic, tenantId, id, of: about }) => {
    if (topic === 'missed') for (const follower of everyone()) follower.look(undefined)
    if (topic === 'conversation') {
      drafts.delete(`${tenantId} ${about}`)
      for (const follower of of(tenantId, about)) follower.look(id)
    }
    if (topic === 'typing' && about !== 'customer') for (const follower of everyone()) follower.typing(id, about)
  })

  return {
    /** Returns the function that ends it. */
    follow(tenantId: string, customerId: string, follower: Follower): () => void {
      const key = `${tenantId} ${customerId}`
      const followers = following.get(key) ?? new Set()
      following.set(key, followers.add(follower))
      return () => {
        followers.delete(follower)
        if (followers.size === 0 && following.get(key) === followers) following.delete(key)
      }
    },
    /** Shows an answer while it is being written; an empty text takes the draft back. */
    draft(tenantId: string, customerId: string, text: string): void {
      if (text) drafts.set(`${tenantId} ${customerId}`, text)
      else drafts.delete(`${tenantId} ${customerId}`)
      for (const follower of of(tenantId, customerId)) follower.draft(text)
    },
    findDraft: (tenantId: string, customerId: string): string | undefined => drafts.get(`${tenantId} ${customerId}`),
    /** Lets everyone look, news or not, so that nobody waits for some any longer. */
    lookNow(): void {
      for (const follower of everyone()) follower.look(undefined)
    },
    count: () => everyone().length,
  }
}
