/**
 * The ceiling: what this machine can do when a turn is only its durable writes and the echo, with none of our thinking.
 *
 * It writes with the house's own writer of conversations, on the same database with the same durability, because that is
 * what makes the ceiling a fair one: the same rows, of the same size (copies of turns that our server took), twice a turn
 * (the message, then the decision with the answer), gathered into transactions in the same way. A ceiling with less of
 * that would measure another promise. What it leaves out is everything else: signing, validation of frames, recognising
 * customers, following the log, understanding, search, composing, metrics, and telling other processes.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { createConversations } from '../../server/src/capabilities/conversations/conversations.ts'
import { systemClock } from '../../server/src/platform/clock/clock.ts'
import { migrate } from '../../server/src/platform/database/migrate.ts'
import { openPglite } from '../../server/src/platform/database/pglite.ts'
import { openPostgres } from '../../server/src/platform/database/postgres.ts'
import { systemIds } from '../../server/src/platform/ids/ids.ts'
import { createLocalSignals } from '../../server/src/platform/signals/signals.ts'
import type { TakenTurn } from './taken-turns.ts'

const { PORT, LINGXI_DATA, LINGXI_DATABASE_URL, BENCH_TURNS } = process.env
const tenant = 'tnt_ceiling'
const turns = JSON.parse(readFileSync(BENCH_TURNS!, 'utf8')) as TakenTurn[]

const opened = LINGXI_DATABASE_URL
  ? await openPostgres(LINGXI_DATABASE_URL, { onLost: () => undefined })
  : await openPglite(LINGXI_DATA!)
await migrate(opened.database, join(import.meta.dirname, '../../server/migrations'))
const conversations = createConversations({
  database: opened.database,
  jobs: { addWithin: async () => undefined, wake: () => undefined },
  signals: createLocalSignals(),
  clock: systemClock,
  ids: systemIds,
})

const server = createServer((request, response) => {
  if (request.url === '/readyz') return response.end()
  request.resume()
  return response.writeHead(201).end(JSON.stringify({ token: systemIds.next('visitor') }))
})
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
let taken = 0

sockets.on('connection', (socket: WebSocket) => {
  let visitor = ''
  socket.on('message', (bytes: Buffer) => {
    const frame = JSON.parse(bytes.toString()) as { type: string; token: string; id: string; text: string }
    if (frame.type === 'say') return void takeTurn(socket, visitor, frame)
    visitor = frame.token
    return socket.send(JSON.stringify({ type: 'welcome', caughtUp: true }))
  })
})

async function takeTurn(socket: WebSocket, visitor: string, { id, text }: { id: string; text: string }) {
  const send = (frame: object) => socket.send(JSON.stringify(frame))
  const customer = { id: `cus_${visitor}`, name: visitor, channel: 'web', language: 'zh' as const }
  const message = { channel: 'web', externalId: id, sender: { externalId: visitor }, text }
  const heard = await conversations.hear(tenant, customer, message)
  if (heard.repeated) return
  const { conversationId, messageId, state } = heard
  const stamp = { cursor: `${conversationId}:${state.seq}`, at: state.updatedAt }
  send({ type: 'entry', entry: { ...stamp, type: 'said', id, text } })
  send({ type: 'accepted', id })

  const { decision, why, message: words } = turns[taken++ % turns.length]!
  const answer = { ...words, messageId: systemIds.next('msg') }
  await conversations.commit(tenant, conversationId, {
    turn: state.turn,
    about: [messageId],
    decision,
    why,
    messages: [answer],
    effects: [],
  })
  send({ type: 'entry', entry: { ...stamp, type: 'message', ...answer } })
}

process.on('SIGTERM', async () => {
  server.closeAllConnections()
  await conversations.idle()
  await opened.close()
  process.exit(0)
})
server.listen(Number(PORT), '127.0.0.1')
