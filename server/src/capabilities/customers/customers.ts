/**
 * Who is speaking. A customer is known by the channel and the channel's own id for the person; the first word makes one.
 * Promises: the same sender is always the same customer, also when two processes meet them at once.
 */
import { createHash } from 'node:crypto'
import type { Language } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import { createCustomersStore, type Customer } from './customers-store.ts'

export type { Customer } from './customers-store.ts'
export type Customers = ReturnType<typeof createCustomers>
type Sender = { externalId: string; name?: string | undefined; language?: Language | undefined }

const mostRemembered = 10_000

export function createCustomers({ database, clock }: { database: Database; clock: Clock }) {
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
      const id = customerIdOf(channel, sender.externalId)
      const at = isoInstant(clock)
      return remember(key, await store.recognise(tenantId, { id, name, channel, externalId: sender.externalId }, at))
    },
    /** The id that a sender has, or will have from the first word on. */
    idOf: customerIdOf,
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

/** Made from what the channel knows the person by, so that a visitor can be followed before the first word. */
function customerIdOf(channel: string, externalId: string): string {
  return `cus_${createHash('sha256')
    .update(JSON.stringify([channel, externalId]))
    .digest('hex')
    .slice(0, 32)}`
}
