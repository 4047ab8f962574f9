/** What has to be there before anyone can sign in: the company and an admin. */
import type { Settings } from '@lingxi/contract/staff'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import type { TellChange } from './changes.ts'
import { defaultSettings } from './default-settings.ts'
import type { InstallationStore, Seen } from './installation-store.ts'
import { generatePassword, hashPassword, isPassword } from './passwords.ts'
import { plainEmail } from './plain-text.ts'
import { isActiveAdmin } from './staff-tables.ts'

export type InstallationWish = {
  /** `tnt_main` unless a test wants a company of its own. */
  tenantId?: string
  adminEmail: string
  adminPassword?: string | undefined
  /** The settings of a new company; one that is there keeps its own. */
  defaults?: Settings | undefined
}
/** `created`: this call made the installation's first admin. `generatedPassword`: to be shown now or never. */
export type InstallationOutcome = { tenantId: string; created: boolean; generatedPassword?: string }

export function createInstallation({ store, clock, ids, log, tell }: Parts) {
  return {
    /**
     * Changes nothing when an admin is there, unless `adminPassword` is given: then that address can sign in with it
     * as an active admin, which is the operator's way back in. Several processes may call this at once.
     */
    async prepareInstallation(wish: InstallationWish): Promise<InstallationOutcome> {
      const { tenantId = 'tnt_main', adminPassword: given } = wish
      const email = plainEmail(wish.adminEmail)
      const password = given ?? generatePassword(ids)
      for (;;) {
        const seen = await store.see(tenantId, email)
        if (await isReady(seen, given)) return { tenantId, created: false }
        const admin = await store.install(tenantId, {
          company: {
            settings: wish.defaults ?? defaultSettings,
            signing_secret: ids.secret(),
            created_at: isoInstant(clock),
          },
          admin: {
            id: ids.next('stf'),
            email,
            name: 'Admin',
            role: 'admin',
            active: true,
            password_hash: await hashPassword(password),
            created_at: isoInstant(clock),
            last_sign_in_at: null,
          },
          seen,
        })
        if (!admin) continue
        log.info('admin-prepared', { tenant: tenantId, staff: admin.id })
        tell({ kind: 'people', tenantId, staffId: admin.id })
        return { tenantId, created: !seen.hasAdmin, ...(given === undefined && { generatedPassword: password }) }
      }
    },
  }
}

type Parts = { store: InstallationStore; clock: Clock; ids: Ids; log: Log; tell: TellChange }

async function isReady({ hasAdmin, account }: Seen, given: string | undefined): Promise<boolean> {
  if (given === undefined) return hasAdmin
  return account !== undefined && isActiveAdmin(account) && isPassword(account.password_hash, given)
}
