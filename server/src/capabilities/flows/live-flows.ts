/** What conversations begin and go on with, held ready in this process: asked with every turn, so it must not read the database. */
import { createHash } from 'node:crypto'
import type { FlowSet } from '@lingxi/contract/flow'
import type { FlowRollout, ReleasedFlows } from '@lingxi/contract/flow-versions'
import type { Versions } from './versions.ts'

type Standing = Pick<FlowRollout, 'live' | 'candidate'>
type Parts = { rolloutOf: (tenantId: string) => Promise<Standing>; versions: Pick<Versions, 'setOf'> }
/** Of each company; older ones are read again when an open conversation asks for them. */
const mostHeld = 12

export function createLiveFlows({ rolloutOf, versions }: Parts) {
  const standings = new Map<string, Promise<Standing>>()
  const sets = new Map<string, Map<number, Promise<FlowSet>>>()

  /** Read once; a reading that fails is tried again by the next who asks. */
  function standingOf(tenantId: string): Promise<Standing> {
    const known = standings.get(tenantId)
    if (known) return known
    const reading = rolloutOf(tenantId)
    standings.set(tenantId, reading)
    reading.catch(() => {
      if (standings.get(tenantId) === reading) standings.delete(tenantId)
    })
    return reading
  }

  function setOf(tenantId: string, number: number): Promise<FlowSet> {
    const held = sets.get(tenantId) ?? new Map<number, Promise<FlowSet>>()
    sets.set(tenantId, held)
    const known = held.get(number)
    const reading = known ?? versions.setOf(tenantId, number)
    // The one that was asked for last goes last.
    held.delete(number)
    held.set(number, reading)
    if (!known) reading.catch(() => held.get(number) === reading && held.delete(number))
    for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest)
    return reading
  }

  return {
    /** What a version holds: the same value every time, so that what is made of it can be kept beside it. Throws `not-found`. */
    setOf,
    /** What a conversation of this customer begins with. Version 0 is empty: nothing is published. */
    async flowsFor(tenantId: string, customerId: string): Promise<ReleasedFlows> {
      const standing = await standingOf(tenantId)
      const version = versionFor(standing, customerId)
      return { version, set: await setOf(tenantId, version) }
    },
    /** What all begin with who do not begin with a candidate. */
    async live(tenantId: string): Promise<ReleasedFlows> {
      const version = (await standingOf(tenantId)).live ?? 0
      return { version, set: await setOf(tenantId, version) }
    },
    /** Looks anew before the next is asked for: the roll-out is another. */
    forget: (tenantId: string) => void standings.delete(tenantId),
  }
}

/**
 * The candidate for as many percent of the customers as its share says, and for the same ones while it grows. Each candidate has
 * other customers first, so that nobody is always the one who tries.
 */
export function versionFor({ live, candidate }: Standing, customerId: string): number {
  if (candidate && placeOf(`${candidate.number} ${customerId}`) < candidate.share) return candidate.number
  return live ?? 0
}

/** 0–100, evenly. */
function placeOf(text: string): number {
  return (createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32) * 100
}
