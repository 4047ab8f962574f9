/** Ids and chance, handed in. Ids sort by the time they were made and say what they are: `cnv_…`, `art_…`. */
import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

export type Ids = {
  /** A new time-ordered id with this prefix, 32 hexadecimal digits after it. */
  next<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}`
  /** An unguessable secret of 256 bits, safe in URLs. */
  secret(): string
  /** A number in [0, 1). */
  chance(): number
}

export const systemIds: Ids = {
  next: (prefix) => `${prefix}_${v7().replaceAll('-', '')}`,
  secret: () => randomBytes(32).toString('base64url'),
  chance: () => Math.random(),
}
