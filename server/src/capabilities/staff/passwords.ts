/** Passwords: argon2id with the parameters OWASP recommends (19 MiB, two passes), and readable generated ones. */
import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Ids } from '#platform/ids'

/** Of a secret nobody has. Verified where there is no account, so that an unknown address takes as long as a known one. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$RicwkvF2VphiFooyQthzPg$jkGJRiq12qQ8U7sznZJHgU6cYcxiz9KmT3cmu+rSLrI'

/** Salted; the library's defaults are the parameters named above, and this runs on a thread of its own. */
export const hashPassword = (password: string) => hash(password)

export const isPassword = (passwordHash: string, password: string) => verify(passwordHash, password)

/** What a database may know of a secret that has 256 bits of its own: no salt and no slowness is needed. */
export const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Nothing that reads like something else: no 0, 1, i, l, o. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four, 79 bits: to be read out over a telephone, and changed. */
export function generatePassword(ids: Ids): string {
  let chance = BigInt(`0x${sha256(ids.secret())}`)
  const letters = Array.from({ length: 16 }, () => {
    const letter = alphabet[Number(chance % BigInt(alphabet.length))]!
    chance /= BigInt(alphabet.length)
    return letter
  })
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
