/** The token a customer's browser keeps, so that the same person finds the same conversation again. */
import { Problem } from '@lingxi/contract/problem'
import type { Clock } from '#platform/clock'
import type { Tokens } from './tokens.ts'

const days = 24 * 60 * 60

export type CustomerSession = { tenantId: string; externalId: string }

export function createCustomerTokens({ tokens, clock }: { tokens: Tokens; clock: Clock }) {
  return {
    /**
     * Good for 90 days, or until the instant at which what was proven of the customer no longer holds.
     * `customerExternalId` is the web channel's own name for the customer.
     */
    issueCustomerToken(tenantId: string, customerExternalId: string, until?: string): Promise<string> {
      const seconds = until === undefined ? 90 * days : Math.floor((Date.parse(until) - clock.now()) / 1000)
      return tokens.issue(tenantId, { audience: 'customer', seconds, claims: { sub: customerExternalId } })
    },

    /** Throws `not-signed-in` for anything but such a token. */
    async verifyCustomerToken(token: string): Promise<CustomerSession> {
      const claims = await tokens.read(token, 'customer')
      if (!claims?.sub) throw new Problem('not-signed-in')
      return { tenantId: claims.tenantId, externalId: claims.sub }
    },
  }
}
