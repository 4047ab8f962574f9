/**
 * Refresh tokens: signed, so that any token we ever gave is known from noise; each good for one use, after which its
 * successor counts. The successor follows from the token and the instant of its use: whoever sends the same token
 * again within the tolerated moment (a second tab, an answer lost on the way) gets the very same successor.
 */
import type { Ids } from '#platform/ids'
import { sha256 } from './passwords.ts'
import type { Tokens } from './tokens.ts'

export const refreshSeconds = 30 * 24 * 60 * 60

export type RefreshToken = { tenantId: string; signInId: string; nonce: string }

export function createRefreshTokens({ tokens, ids }: { tokens: Tokens; ids: Ids }) {
  const issue = ({ tenantId, signInId, nonce }: RefreshToken, at: number): Promise<string> =>
    tokens.issue(tenantId, { audience: 'refresh', seconds: refreshSeconds, claims: { sid: signInId, jti: nonce }, at })

  return {
    first: (tenantId: string, signInId: string, at: number): Promise<string> =>
      issue({ tenantId, signInId, nonce: ids.secret() }, at),

    successor: (token: RefreshToken, at: number): Promise<string> =>
      issue({ ...token, nonce: sha256(`after ${token.nonce}`) }, at),

    async read(token: string): Promise<RefreshToken | undefined> {
      const claims = await tokens.read(token, 'refresh')
      if (!claims?.sid || !claims.jti) return
      return { tenantId: claims.tenantId, signInId: claims.sid, nonce: claims.jti }
    },
  }
}
