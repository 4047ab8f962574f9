/** For whom an article is, and who is asking: the two sides of every permission in knowledge. */
import { z } from 'zod'

const names = z.array(z.string().trim().min(1).max(60)).max(50)

/** `customers` are those who are signed in; `staff` without groups is everybody who works here. */
export const Audience = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('public') }),
    z.strictObject({ kind: z.literal('customers') }),
    z.strictObject({ kind: z.literal('tiers'), tiers: names.min(1) }),
    z.strictObject({ kind: z.literal('staff'), groups: names.default([]) }),
  ])
  .meta({ id: 'Audience' })
export type Audience = z.infer<typeof Audience>

/**
 * Who asks: a customer, signed in or not, of a tier or none, from a region where that is known; somebody who works here; or
 * who keeps the knowledge. A region opens nothing: it chooses between the texts of what may be read anyway.
 */
export type Reader =
  | { kind: 'customer'; signedIn: boolean; tier: string | null; region?: string | null | undefined }
  | { kind: 'staff'; groups: string[] }
  | { kind: 'keeper' }

/** Who has not said who they are. */
export const visitor: Extract<Reader, { kind: 'customer' }> = { kind: 'customer', signedIn: false, tier: null }
export const keeper: Reader = { kind: 'keeper' }

const staffOnly = 'staff'

/** The marks of which a reader needs one. What customers may read, all staff may. */
export function marksOfAudience(audience: Audience): string[] {
  switch (audience.kind) {
    case 'public':
      return ['public', staffOnly]
    case 'customers':
      return ['customer', staffOnly]
    case 'tiers':
      return [...audience.tiers.map((tier) => `tier:${tier}`), staffOnly]
    case 'staff':
      return audience.groups.length === 0 ? [staffOnly] : audience.groups.map((group) => `group:${group}`)
  }
}

/** The marks that a reader bears; `everyone`: all of them, and for those who keep the knowledge only. */
export function marksOfReader(reader: Reader): string[] | 'everyone' {
  if (reader.kind === 'keeper') return 'everyone'
  if (reader.kind === 'staff') return [staffOnly, ...reader.groups.map((group) => `group:${group}`)]
  if (!reader.signedIn) return ['public']
  return ['public', 'customer', ...(reader.tier === null ? [] : [`tier:${reader.tier}`])]
}

/** Who keeps the knowledge sees all of it; others who work here, what is for all of the staff and for their groups. */
export const readerOfStaff = ({ role, groups }: { role: string; groups: string[] }): Reader =>
  role === 'staff' ? { kind: 'staff', groups } : keeper

export function mayRead(reader: Reader, audience: Audience): boolean {
  const borne = marksOfReader(reader)
  return borne === 'everyone' || marksOfAudience(audience).some((mark) => borne.includes(mark))
}
