/**
 * The company, the people who work here and their roles, how they sign in, the keys of programs, and what the company
 * set. Promises: a token or key counts only while its owner does, a company always has an active admin, and no
 * password, token or key of a person or a program can be read back from the database. Refuses by throwing `Problem`, saying no more than needed.
 */
import { type Role, roles } from '@lingxi/contract/staff'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import { createAccess } from './access.ts'
import { createApiKeyStore } from './api-key-store.ts'
import { createApiKeys } from './api-keys.ts'
import { createChanges } from './changes.ts'
import { createCustomerTokens } from './customer-tokens.ts'
import { createIdentities } from './identities.ts'
import { createInstallation } from './installation.ts'
import { createInstallationStore } from './installation-store.ts'
import { createPeople } from './people.ts'
import { createPeopleStore } from './people-store.ts'
import { createSettings } from './settings.ts'
import { createSignIn } from './sign-in.ts'
import { createSignInStore } from './sign-in-store.ts'
import { createTenantStore } from './tenant-store.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

export function createStaff({ database, clock, ids, log }: Parts) {
  const { tell, onChange } = createChanges()
  const throttle = createThrottle({ clock })
  const tenants = createTenantStore(database)
  const signIns = createSignInStore(database)
  const tokens = createTokens({ store: tenants, clock })
  const access = createAccess({ store: signIns, tokens, clock })
  onChange(access.forgetAccess)
  return {
    ...createInstallation({ store: createInstallationStore(database), clock, ids, log, tell }),
    ...createSignIn({ store: signIns, tokens, throttle, clock, ids, log, tell }),
    ...access,
    ...createPeople({ store: createPeopleStore(database), throttle, clock, ids, log, tell }),
    ...createApiKeys({ store: createApiKeyStore(database), clock, ids, log }),
    ...createSettings({ store: tenants, clock, tell }),
    ...createCustomerTokens({ tokens, clock }),
    ...createIdentities({ store: tenants, clock, ids, log }),
    onChange,
  }
}

export type StaffPart = ReturnType<typeof createStaff>
type Parts = { database: Database; clock: Clock; ids: Ids; log: Log }

/** Whether `role` may do what asks for `needed`: an admin may what a supervisor may, and so on. */
export const isAtLeast = (role: Role, needed: Role) => roles.indexOf(role) <= roles.indexOf(needed)
