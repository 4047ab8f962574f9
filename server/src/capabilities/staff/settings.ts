/** What a company may change about its bot. Read at every turn, so it is kept in memory. */
import { Problem } from '@lingxi/contract/problem'
import { Settings, SettingsChange } from '@lingxi/contract/staff'
import type { Clock } from '#platform/clock'
import type { TellChange } from './changes.ts'
import { plainText } from './plain-text.ts'
import { createRemembered } from './remembered.ts'
import type { TenantStore } from './tenant-store.ts'

/** Another process says when it changed something; should its word be lost, this is how long it can matter. */
const milliseconds = 60_000

export function createSettings({ store, clock, tell }: { store: TenantStore; clock: Clock; tell: TellChange }) {
  const remembered = createRemembered<Settings>({ clock, milliseconds, most: 1000 })

  async function read(tenantId: string): Promise<Settings> {
    const settings = await store.findSettings(tenantId)
    if (!settings) throw new Problem('not-found')
    // Written by an earlier version, it may lack what has come since.
    return Settings.parse(settings)
  }
  const getSettings = (tenantId: string): Promise<Settings> => remembered.get(tenantId, () => read(tenantId))

  return {
    /** Shared with every other caller: to be read, not written to. */
    getSettings,

    /** What `wanted` leaves out stays as it is. Throws `not-found`, `invalid-request`. */
    async changeSettings(tenantId: string, wanted: SettingsChange): Promise<Settings> {
      const changed = await store.changeSettings(tenantId, clean(wanted))
      if (!changed) throw new Problem('not-found')
      const settings = Settings.parse(changed)
      remembered.keep(tenantId, settings)
      tell({ kind: 'settings', tenantId })
      return settings
    },

    /** For the word of another process that it changed them. */
    reloadSettings(tenantId: string): Promise<Settings> {
      remembered.forget(tenantId)
      return getSettings(tenantId)
    },
  }
}

function clean(wanted: SettingsChange): SettingsChange {
  const texts: unknown = JSON.parse(JSON.stringify(wanted), (_, value: unknown) =>
    typeof value === 'string' ? plainText(value) : value,
  )
  const parsed = SettingsChange.safeParse(texts)
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}
