/** The token a customer's browser keeps, so that the same person finds the same conversation again. */
import { Problem } from '@lingxi/contract/problem'
import type { Tokens } from './tokens.ts'

const days = 24 * 60 * 60

export type CustomerSession = { tenantId: string; externalId: string }

export function createCustomerTokens(tokens: Tokens) {
  return {
    /** Good for 90 days. `customerExternalId` is the web channel's own name for the customer. */
    issueCustomerToken: (tenantId: string, customerExternalId: string): Promise<string> =>
      tokens.issue(tenantId, { audience: 'customer', seconds: 90 * days, claims: { sub: customerExternalId } }),

    /** Throws `not-signed-in` for anything but such a token. */
    async verifyCustomerToken(token: string): Promise<CustomerSession> {
      const claims = await tokens.read(token, 'customer')
      if (!claims?.sub) throw new Problem('not-signed-in')
      return { tenantId: claims.tenantId, externalId: claims.sub }
    },
  }
}
