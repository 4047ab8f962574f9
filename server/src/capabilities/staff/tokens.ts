/**
 * Signed tokens (JWT, HS256) of one company. The audience says what a token is for, and none passes for another:
 * `staff` opens the API, `refresh` renews a sign-in, `customer` is a web session.
 */
import { decodeJwt, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '#platform/clock'
import { isStorable } from './plain-text.ts'
import { createRemembered } from './remembered.ts'
import type { TenantStore } from './tenant-store.ts'

export type Audience = 'staff' | 'refresh' | 'customer'
/** What a token of ours says, each a text; which are there depends on the audience. */
export type Claims = { sub?: string; sid?: string; role?: string; jti?: string }

export function createTokens({ store, clock }: { store: TenantStore; clock: Clock }) {
  const keys = createRemembered<Uint8Array | undefined>({ clock, milliseconds: Number.POSITIVE_INFINITY, most: 1000 })

  async function findKey(tenantId: string): Promise<Uint8Array | undefined> {
    const key = await keys.get(tenantId, async () => {
      const secret = await store.findSigningSecret(tenantId)
      return secret === undefined ? undefined : new TextEncoder().encode(secret)
    })
    // A company that is not there yet may be there at the next question.
    if (!key) keys.forget(tenantId)
    return key
  }

  return {
    /** The same claims at the same instant give the same token, letter for letter. */
    async issue(tenantId: string, { audience, seconds, claims, at = clock.now() }: Wanted): Promise<string> {
      const key = await findKey(tenantId)
      if (!key) throw new Error('Tokens are issued for a company that exists')
      const issued = Math.floor(at / 1000)
      return new SignJWT({ tenant: tenantId, ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(issued + seconds)
        .sign(key)
    },

    /** Undefined unless we issued it, for this audience, and it has not expired. */
    async read(token: string, audience: Audience): Promise<({ tenantId: string } & Claims) | undefined> {
      // Unproven until verified below: it only says whose key to take.
      const tenantId = text(decode(token)?.['tenant'])
      const key = tenantId && isStorable(tenantId) ? await findKey(tenantId) : undefined
      if (!tenantId || !key) return
      const claims = await verify(token, { key, audience, now: clock.now() })
      if (!claims) return
      return {
        tenantId,
        ...only('sub', claims['sub']),
        ...only('sid', claims['sid']),
        ...only('role', claims['role']),
        ...only('jti', claims['jti']),
      }
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>
type Wanted = { audience: Audience; seconds: number; claims: Claims; at?: number }

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const only = (name: keyof Claims, value: unknown): Claims => (typeof value === 'string' ? { [name]: value } : {})

function decode(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token)
  } catch {
    // Whatever is wrong with it, it is not one of ours.
    return undefined
  }
}

async function verify(
  token: string,
  { key, audience, now }: { key: Uint8Array; audience: Audience; now: number },
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}
