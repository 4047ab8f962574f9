/** Keys with which programs talk to the bot in the company's name. */
import { Problem } from '@lingxi/contract/problem'
import { type Scope, scopes, usualScopes } from '@lingxi/contract/scope'
import type { ApiKey } from '@lingxi/contract/staff'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import type { ApiKeyStore } from './api-key-store.ts'
import { sha256 } from './passwords.ts'
import { isStorable, plainName } from './plain-text.ts'

const prefix = 'lx_'
/** "Last used" is for people who tidy up: a write at each request would buy them nothing. */
const writtenEvery = 60_000

/** A program that showed a valid key. */
export type KeyHolder = { tenantId: string; keyId: string; name: string; scopes: Scope[] }

export function createApiKeys({ store, clock, ids, log }: Parts) {
  return {
    listApiKeys: (tenantId: string): Promise<ApiKey[]> => store.list(tenantId),

    /** The key is given this once. */
    async addApiKey(
      tenantId: string,
      { name, scopes: given = [...usualScopes] }: Draft,
    ): Promise<{ apiKey: ApiKey; key: string }> {
      const key = prefix + ids.secret()
      const apiKey = await store.add(tenantId, {
        id: ids.next('key'),
        name: plainName(name),
        key_hash: sha256(key),
        hint: key.slice(-4),
        scopes: inOrder(given),
        created_at: isoInstant(clock),
      })
      log.info('api-key-added', { tenant: tenantId, key: apiKey.id })
      return { apiKey, key }
    },

    /** Throws `not-found`. It holds from the next request on, in every process. */
    async changeApiKey(tenantId: string, id: string, { name, scopes: given }: Change): Promise<ApiKey> {
      const change = { ...(name && { name: plainName(name) }), ...(given && { scopes: inOrder(given) }) }
      const apiKey = isStorable(id) ? await store.change(tenantId, id, change) : undefined
      if (!apiKey) throw new Problem('not-found')
      log.info('api-key-changed', { tenant: tenantId, key: id })
      return apiKey
    },

    /** Throws `not-found`. The key is refused from now on, by every process. */
    async removeApiKey(tenantId: string, id: string): Promise<void> {
      if (!isStorable(id) || !(await store.remove(tenantId, id))) throw new Problem('not-found')
      log.info('api-key-removed', { tenant: tenantId, key: id })
    },

    /** Whether it has the form of a key: whether it opens anything is for `verifyApiKey` to say. */
    isApiKey: (token: string): boolean => token.startsWith(prefix),

    /** Throws `not-signed-in`. */
    async verifyApiKey(key: string): Promise<KeyHolder> {
      const row = key.startsWith(prefix) ? await store.findByHash(sha256(key)) : undefined
      if (!row) throw new Problem('not-signed-in')
      const lastUsed = row.last_used_at === null ? Number.NEGATIVE_INFINITY : Date.parse(row.last_used_at)
      if (clock.now() - lastUsed >= writtenEvery) await store.setLastUsed(row.tenant_id, row.id, isoInstant(clock))
      return { tenantId: row.tenant_id, keyId: row.id, name: row.name, scopes: row.scopes }
    },
  }
}

type Draft = { name: string; scopes?: Scope[] | undefined }
type Change = { name?: string | undefined; scopes?: Scope[] | undefined }
/** Each once, in the order of the contract. */
const inOrder = (given: readonly Scope[]) => scopes.filter((scope) => given.includes(scope))
type Parts = { store: ApiKeyStore; clock: Clock; ids: Ids; log: Log }
