/** Signals between processes, by LISTEN/NOTIFY of the database they share. */
import { Client } from 'pg'
import { z } from 'zod'
import { createLocalSignals, type Signal, type Signals } from './signals.ts'

const channel = 'lingxi_signals'
/** PostgreSQL takes payloads below 8,000 bytes; a signal is about 100. */
const mostInOne = 60
const Told = z.object({
  from: z.string(),
  signals: z.array(
    z.tuple([z.enum(['conversation', 'typing', 'articles', 'graph', 'staff']), z.string(), z.string(), z.string()]),
  ),
})
type Outgoing = z.infer<typeof Told>['signals'][number]

export async function openPostgresSignals(options: {
  connectionString: string
  process: string
  clock: { after(milliseconds: number, act: () => void): () => void }
  onLost: (error: unknown) => void
}): Promise<Signals> {
  const local = createLocalSignals()
  let client: Client | undefined
  let closed = false
  let outgoing: Outgoing[] = []
  let sending = false

  async function connect() {
    const next = new Client({ connectionString: options.connectionString, application_name: 'lingxi-signals' })
    next.on('error', lose)
    next.on('end', () => lose(undefined))
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }

  function lose(error: unknown) {
    if (closed || !client) return
    client = undefined
    options.onLost(error)
    reconnect()
  }

  function reconnect() {
    options.clock.after(1_000, () => {
      if (closed) return
      connect().then(
        () => local.tellLocally({ topic: 'missed', tenantId: '', id: '', of: '', remote: true }),
        () => reconnect(),
      )
    })
  }

  function hear(payload: string) {
    const told = Told.safeParse(parse(payload))
    if (!told.success || told.data.from === options.process) return
    for (const [topic, tenantId, id, of] of told.data.signals)
      local.tellLocally({ topic, tenantId, id, of, remote: true })
  }

  /** What is told while a notification is on its way goes together in the next one. */
  async function send() {
    if (sending) return
    sending = true
    await Promise.resolve()
    while (outgoing.length > 0 && client) {
      const signals = outgoing.splice(0, mostInOne)
      const payload = JSON.stringify({ from: options.process, signals })
      await client.query('select pg_notify($1, $2)', [channel, payload]).catch(lose)
    }
    // Without a line nobody hears; the others read everything again when they are told that they missed something.
    if (!client) outgoing = []
    sending = false
  }

  await connect()
  return {
    tell(topic, tenantId, about) {
      local.tell(topic, tenantId, about)
      outgoing.push([topic, tenantId, about.id, about.of ?? ''])
      void send()
    },
    follow: (listener: (signal: Signal) => void) => local.follow(listener),
    async close() {
      closed = true
      await local.close()
      await client?.end().catch(() => undefined)
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
