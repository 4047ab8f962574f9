/** Keys with which programs talk to the bot in the company's name. */
import { Problem } from '@lingxi/contract/problem'
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
export type KeyHolder = { tenantId: string; keyId: string; name: string }

export function createApiKeys({ store, clock, ids, log }: Parts) {
  return {
    listApiKeys: (tenantId: string): Promise<ApiKey[]> => store.list(tenantId),

    /** The key is given this once. */
    async addApiKey(tenantId: string, { name }: { name: string }): Promise<{ apiKey: ApiKey; key: string }> {
      const key = prefix + ids.secret()
      const apiKey = await store.add(tenantId, {
        id: ids.next('key'),
        name: plainName(name),
        key_hash: sha256(key),
        hint: key.slice(-4),
        created_at: isoInstant(clock),
      })
      log.info('api-key-added', { tenant: tenantId, key: apiKey.id })
      return { apiKey, key }
    },

    /** Throws `not-found`. The key is refused from now on, by every process. */
    async removeApiKey(tenantId: string, id: string): Promise<void> {
      if (!isStorable(id) || !(await store.remove(tenantId, id))) throw new Problem('not-found')
      log.info('api-key-removed', { tenant: tenantId, key: id })
    },

    /** Throws `not-signed-in`. */
    async verifyApiKey(key: string): Promise<KeyHolder> {
      const row = key.startsWith(prefix) ? await store.findByHash(sha256(key)) : undefined
      if (!row) throw new Problem('not-signed-in')
      const lastUsed = row.last_used_at === null ? Number.NEGATIVE_INFINITY : Date.parse(row.last_used_at)
      if (clock.now() - lastUsed >= writtenEvery) await store.setLastUsed(row.tenant_id, row.id, isoInstant(clock))
      return { tenantId: row.tenant_id, keyId: row.id, name: row.name }
    },
  }
}

type Parts = { store: ApiKeyStore; clock: Clock; ids: Ids; log: Log }
