/**
 * Who is speaking. A customer is known by the channel and the channel's own id for the person; the first word makes one.
 * Promises: the same sender is always the same customer, also when two processes meet them at once.
 */
import type { Language } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createCustomersStore } from './customers-store.ts'

export type Customer = { id: string; name: string; channel: string; externalId: string }
export type Customers = ReturnType<typeof createCustomers>
type Sender = { externalId: string; name?: string | undefined; language?: Language | undefined }

const mostRemembered = 10_000

export function createCustomers({ database, clock, ids }: { database: Database; clock: Clock; ids: Ids }) {
  const store = createCustomersStore(database)
  const remembered = new Map<string, Customer>()

  function remember(key: string, customer: Customer) {
    if (remembered.size >= mostRemembered)
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest)
        break
      }
    remembered.set(key, customer)
    return customer
  }

  return {
    /** The customer behind a sender, made at the first word. */
    async recognise(tenantId: string, channel: string, sender: Sender): Promise<Customer> {
      const key = `${tenantId} ${channel} ${sender.externalId}`
      const known = remembered.get(key)
      if (known) return known
      const name = sender.name ?? nameOf(sender)
      const id = ids.next('cus')
      const at = isoInstant(clock)
      return remember(key, await store.recognise(tenantId, { id, name, channel, externalId: sender.externalId }, at))
    },
    /** The customer behind a sender who has spoken before. */
    async find(tenantId: string, channel: string, externalId: string): Promise<Customer | undefined> {
      const key = `${tenantId} ${channel} ${externalId}`
      const found = remembered.get(key) ?? (await store.find(tenantId, { channel, externalId }))
      return found && remember(key, found)
    },
    get: store.get,
  }
}

/** A name for someone who gave none, so that two of them can be told apart on the desk. */
function nameOf({ externalId, language }: Sender): string {
  const mark = externalId
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(-4)
    .toUpperCase()
  return `${language === 'en' ? 'Visitor' : '访客'} ${mark}`
}
