/**
 * Who is speaking. A customer is known by the channel and the channel's own id for the person; the first word makes one.
 * Who was proven to be somebody by the company's own site is the same customer on every device, and may read more.
 * Promises: the same sender is always the same customer, also when two processes meet them at once; what may be read
 * with a proof may not be read a moment longer than it holds.
 */
import { createHash } from 'node:crypto'
import { type Reader, visitor } from '@lingxi/contract/audience'
import { type Language, provenPrefix, type Sender } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import { createCustomersStore, type Customer } from './customers-store.ts'

export type { Customer } from './customers-store.ts'
export type Customers = ReturnType<typeof createCustomers>
/** As the company's own site proves it: `sub` is who the customer is there. */
type Identity = {
  sub: string
  name?: string | undefined
  tier: string | null
  region: string | null
  until: string
}

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
      const region = sender.region ?? null
      if (known && !sender.identity && (region === null || region === known.region)) return known
      const name = sender.name ?? nameOf(sender)
      const id = customerIdOf(channel, sender.externalId)
      const at = isoInstant(clock)
      const customer = { id, name, channel, externalId: sender.externalId, region }
      if (!sender.identity) return remember(key, await store.recognise(tenantId, customer, at))
      return remember(key, await store.signIn(tenantId, { ...customer, identity: sender.identity }, at))
    },
    /** The id that a sender has, or will have from the first word on. */
    idOf: customerIdOf,
    get: store.get,

    /** The sender that a proven identity is, on whatever device and channel. */
    senderOf: ({ sub, name, tier, region, until }: Identity): Sender => ({
      externalId: provenPrefix + sub,
      name,
      identity: { tier, region, until },
    }),

    /**
     * What this customer may read now: a visitor's part unless the company vouches for them at this moment. Where they live
     * stays known after that.
     */
    async readerOf(tenantId: string, customerId: string): Promise<Reader> {
      const signed = await store.findSigned(tenantId, customerId)
      const region = signed?.region ? { region: signed.region } : {}
      if (!signed?.signedInUntil || Date.parse(signed.signedInUntil) <= clock.now()) return { ...visitor, ...region }
      return { kind: 'customer', signedIn: true, tier: signed.tier, ...region }
    },
  }
}

/** A name for someone who gave none, so that two of them can be told apart on the desk. */
function nameOf({ externalId, language }: Pick<Sender, 'externalId'> & { language?: Language | undefined }): string {
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
