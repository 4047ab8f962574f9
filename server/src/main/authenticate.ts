/** Who calls, proven by what the operation asks for. */
import { Problem } from '@lingxi/contract/problem'
import type { Access } from '@lingxi/contract/route'
import { isAtLeast, type StaffPart } from '#staff'
import type { Authenticate } from './mount.ts'

export function createAuthenticate(
  staff: Pick<StaffPart, 'verifyAccess' | 'verifyApiKey' | 'isApiKey' | 'verifyCustomerToken'>,
): Authenticate {
  return async function authenticate(access: Access, authorization) {
    if (access === 'anyone') return { kind: 'anyone' }
    const token = authorization?.match(/^Bearer (.+)$/i)?.[1]
    if (!token) throw new Problem('not-signed-in')
    if (access === 'customer') return { kind: 'customer', ...(await staff.verifyCustomerToken(token)) }
    if (access === 'api-key' || (access === 'staff-or-key' && staff.isApiKey(token)))
      return { kind: 'api-key', ...(await staff.verifyApiKey(token)) }
    const { tenantId, staffId, role, name, groups } = await staff.verifyAccess(token)
    if (!isAtLeast(role, access === 'staff-or-key' ? 'staff' : access)) throw new Problem('not-allowed')
    return { kind: 'staff', tenantId, staffId, role, name, groups }
  }
}
