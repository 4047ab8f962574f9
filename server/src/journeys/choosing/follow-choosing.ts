/** What chooses is held ready in every process: read when it is first asked for, and again whenever it is told to be another. */
import type { Choosing } from '#choosing'
import { type Exploring, type Learnt, readLearnt, shippedLearnt } from '#dialogue'
import type { Log } from '#platform/log'

type Parts = { choosing: Pick<Choosing, 'standing' | 'learnt'>; log: Log }

export function createFollowChoosing({ choosing, log }: Parts) {
  const held = new Map<string, Promise<Exploring>>()

  /** What this program cannot read, as another one wrote it, is told, and what it comes with takes its place. */
  async function learntOf(tenantId: string, number: number): Promise<Learnt> {
    if (number === 0) return shippedLearnt()
    const text = await choosing.learnt(tenantId, number)
    const learnt = text === undefined ? undefined : readLearnt(text, number)
    if (!learnt) log.error('choosing-not-read', { tenantId, number }, undefined)
    return learnt ?? shippedLearnt()
  }

  async function read(tenantId: string): Promise<Exploring> {
    const { used, frozen } = await choosing.standing(tenantId)
    return { learnt: await learntOf(tenantId, used), frozen }
  }

  return {
    learntOf,
    /** What chooses now. A reading that fails is tried again by the next who asks. */
    policyOf(tenantId: string): Promise<Exploring> {
      const known = held.get(tenantId)
      if (known) return known
      const reading = read(tenantId)
      held.set(tenantId, reading)
      reading.catch(() => {
        if (held.get(tenantId) === reading) held.delete(tenantId)
      })
      return reading
    },
    /** It is another: this process looks before the next turn. */
    forget: (tenantId: string) => void held.delete(tenantId),
  }
}
