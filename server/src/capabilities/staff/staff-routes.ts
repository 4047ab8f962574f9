/** Sign-in, people, keys and settings over HTTP. The refresh token lives in a cookie that no script can read. */
import { Problem } from '@lingxi/contract/problem'
import type { Exchange, Handlers } from '@lingxi/contract/route'
import type { Installation } from '@lingxi/contract/staff'
import type { staffRoutes } from '@lingxi/contract/staff-routes'
import type { SignInOutcome } from './sign-in.ts'
import type { StaffPart } from './staff.ts'

const cookieName = 'lingxi_refresh'

type Parts = { staff: StaffPart; tenantId: string; installation: Installation }

export function createStaffRoutes({ staff, tenantId, installation }: Parts): Handlers<typeof staffRoutes> {
  function present({ refreshToken, refreshExpiresInSeconds, ...signedIn }: SignInOutcome, exchange: Exchange) {
    exchange.setCookie(cookieName, refreshToken, { path: '/api/v1', seconds: refreshExpiresInSeconds })
    return signedIn
  }
  const forget = (exchange: Exchange) => exchange.setCookie(cookieName, undefined, { path: '/api/v1', seconds: 0 })

  return {
    signIn: async ({ body }, _caller, exchange) =>
      present(await staff.signIn(tenantId, { ...body, from: exchange.address }), exchange),
    async refresh(_asked, _caller, exchange) {
      const token = exchange.cookie(cookieName)
      if (!token) throw new Problem('not-signed-in')
      return present(await staff.refresh(token), exchange)
    },
    async signOut(_asked, _caller, exchange) {
      const token = exchange.cookie(cookieName)
      if (token) await staff.signOut(token)
      forget(exchange)
      return null
    },
    me: (_asked, caller) => staff.getStaff(caller.tenantId, caller.staffId),
    changeMe: ({ body }, caller) => staff.changeMe(caller.tenantId, caller.staffId, body),
    async changePassword({ body }, caller, exchange) {
      const authorization = exchange.headers['authorization'] ?? ''
      const me = await staff.verifyAccess(authorization.replace(/^Bearer /i, ''))
      await staff.changePassword(me, body)
      return null
    },
    listStaff: async (_asked, caller) => ({ staff: await staff.listStaff(caller.tenantId) }),
    addStaff: ({ body }, caller) => staff.addStaff(caller.tenantId, body),
    changeStaff: ({ params, body }, caller) => staff.changeStaff(caller.tenantId, params.id, body),
    resetPassword: ({ params }, caller) => staff.resetPassword(caller.tenantId, params.id),
    listApiKeys: async (_asked, caller) => ({ apiKeys: await staff.listApiKeys(caller.tenantId) }),
    addApiKey: ({ body }, caller) => staff.addApiKey(caller.tenantId, body),
    changeApiKey: ({ params, body }, caller) => staff.changeApiKey(caller.tenantId, params.id, body),
    async removeApiKey({ params }, caller) {
      await staff.removeApiKey(caller.tenantId, params.id)
      return null
    },
    getIdentitySecret: (_asked, caller) => staff.findIdentitySecret(caller.tenantId),
    rotateIdentitySecret: (_asked, caller) => staff.rotateIdentitySecret(caller.tenantId),
    getSettings: async (_asked, caller) => ({ settings: await staff.getSettings(caller.tenantId), installation }),
    changeSettings: ({ body }, caller) => staff.changeSettings(caller.tenantId, body),
  }
}
