/** Signals between processes, by LISTEN/NOTIFY of the database they share. */
import { Client } from 'pg'
import { z } from 'zod'
import { createLocalSignals, type Signal, type Signals } from './signals.ts'

const channel = 'lingxi_signals'
/** So many wait for a line that is down; where more are told, the others are told that they missed something. */
const mostWaiting = 10_000
/** Milliseconds: a network that is gone ends no line, so it is asked now and then whether it is there, and answers or is over. */
const betweenBeats = 30_000
const longestBeat = 10_000
/** PostgreSQL takes payloads below 8,000 bytes; a signal is about 100. */
const mostInOne = 60
const Told = z.object({
  from: z.string(),
  signals: z.array(
    z.tuple([
      z.enum([
        'conversation',
        'typing',
        'articles',
        'graph',
        'staff',
        'understanding',
        'flows',
        'choosing',
        'actions',
        'mcp',
        'missed',
      ]),
      z.string(),
      z.string(),
      z.string(),
    ]),
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
    const next = new Client({
      connectionString: options.connectionString,
      application_name: 'lingxi-signals',
      connectionTimeoutMillis: longestBeat,
    })
    next.on('error', (error) => lose(next, error))
    next.on('end', () => lose(next, undefined))
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
    beat(next)
    void send()
  }

  function beat(line: Client) {
    options.clock.after(betweenBeats, () => {
      if (closed || client !== line) return
      const callOff = options.clock.after(longestBeat, () => lose(line, new Error('The line does not answer')))
      const ended = (error?: unknown) => (callOff(), error ? lose(line, error) : beat(line))
      line.query('select 1').then(() => ended(), ended)
    })
  }

  /** What an earlier line says when it ends is nothing of the one there is. */
  function lose(line: Client, error: unknown) {
    if (closed || client !== line) return
    client = undefined
    void line.end().catch(() => undefined)
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

  /**
   * What is told while a notification is on its way goes together in the next one; what is told while there is no line waits
   * for it, for the lines of the others may be whole. Of a notification that broke off nobody knows whether it was heard.
   */
  async function send() {
    if (sending) return
    sending = true
    await Promise.resolve()
    while (outgoing.length > 0 && client && !closed) {
      const signals = outgoing.splice(0, mostInOne)
      const payload = JSON.stringify({ from: options.process, signals })
      const line = client
      await line.query('select pg_notify($1, $2)', [channel, payload]).catch((error: unknown) => {
        outgoing.unshift(...signals)
        lose(line, error)
      })
    }
    sending = false
  }

  await connect()
  return {
    tell(topic, tenantId, about) {
      local.tell(topic, tenantId, about)
      if (outgoing.length >= mostWaiting) outgoing = [['missed', '', '', '']]
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
