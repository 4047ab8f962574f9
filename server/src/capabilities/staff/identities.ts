/**
 * Proof of who a customer is, by the company's own site: a token (JWT, HS256; RFC 7519) signed with the company's identity
 * secret. `sub` is the customer there and `exp` until when it holds; `name`, `tier` and `region` are what the site says
 * of them. Refuses clearly: whoever connects a site has to see what is wrong with its tokens.
 */
import { Problem } from '@lingxi/contract/problem'
import { errors, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import { plainText } from './plain-text.ts'
import type { TenantStore } from './tenant-store.ts'

/** Who the customer is at the company, and until when that is vouched for. */
export type Identity = {
  sub: string
  name: string | undefined
  tier: string | null
  region: string | null
  until: string
}

/** Whatever a token says, nobody is vouched for longer than this: a copied one is to be of no use for ever. */
const longest = 30 * 24 * 3_600_000

const said = z
  .union([z.string(), z.number()])
  .transform((value) => plainText(String(value)).trim())
  .pipe(z.string().max(200))
const Claims = z.object({
  sub: said.pipe(z.string().min(1)),
  exp: z.number(),
  name: said.nullish(),
  tier: said.nullish(),
  region: said.nullish(),
})

export function createIdentities({ store, clock, ids, log }: Parts) {
  return {
    /** Since when there is a secret; null: there is none yet. */
    async findIdentitySecret(tenantId: string): Promise<{ createdAt: string | null }> {
      return { createdAt: (await store.findIdentitySecret(tenantId))?.at ?? null }
    },

    /** Makes a new secret and shows it this once. What was signed with the one before is refused from now on. */
    async rotateIdentitySecret(tenantId: string): Promise<{ secret: string; createdAt: string }> {
      const made = { secret: ids.secret(), at: isoInstant(clock) }
      if (!(await store.putIdentitySecret(tenantId, made))) throw new Problem('not-found')
      log.info('identity-secret-rotated', { tenant: tenantId })
      return { secret: made.secret, createdAt: made.at }
    },

    /** Throws `identity-refused`, saying what is wrong: the signature, the time, or what is missing. */
    async verifyIdentity(tenantId: string, token: string): Promise<Identity> {
      const secret = await store.findIdentitySecret(tenantId)
      if (!secret) refuse('there is no identity secret yet')
      const payload = await verify(token, new TextEncoder().encode(secret.secret), clock.now())
      const claims = Claims.safeParse(payload)
      if (!claims.success) refuse('the claims are not as expected: sub and exp, and name, tier, region as texts')
      const { sub, exp, name, tier, region } = claims.data
      const until = new Date(Math.min(exp * 1000, clock.now() + longest)).toISOString()
      return { sub, name: name?.slice(0, 60) || undefined, tier: tier || null, region: region || null, until }
    },
  }
}

type Parts = { store: TenantStore; clock: Clock; ids: Ids; log: Log }

function refuse(detail: string): never {
  throw new Problem('identity-refused', { detail })
}

async function verify(token: string, key: Uint8Array, now: number): Promise<JWTPayload> {
  try {
    const checked = { algorithms: ['HS256'], requiredClaims: ['exp', 'sub'], currentDate: new Date(now) }
    return (await jwtVerify(token, key, checked)).payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) refuse('the token has expired')
    if (error instanceof errors.JWSSignatureVerificationFailed) refuse('the signature does not fit the identity secret')
    if (error instanceof errors.JOSEError) refuse(`the token is not a valid JWT signed with HS256 (${error.code})`)
    throw error
  }
}
