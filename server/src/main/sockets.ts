/** WebSockets beside the HTTP edge: by path, limited in size, with a heartbeat, and closed when a reader is too slow. */
import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { WebSocket, WebSocketServer } from 'ws'

type Accept = (socket: {
  send(text: string): void
  close(code: number, reason: string): void
  on: WebSocket['on']
}) => void

const largestFrame = 64 * 1024
const mostUnsent = 1024 * 1024
const heartbeatEvery = 30_000
const goingAway = 1001

export function mountSockets(app: FastifyInstance, paths: Record<string, Accept>) {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestFrame })
  const alive = new WeakSet<WebSocket>()

  app.server.on('upgrade', (request, stream, head) => {
    const accept = paths[(request.url ?? '').split('?')[0] ?? '']
    stream.on('error', () => stream.destroy())
    if (!accept) return stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    server.handleUpgrade(request, stream, head, (socket) => {
      alive.add(socket)
      socket.on('pong', () => alive.add(socket))
      // Without a listener a frame that is too large or malformed would end the process; the socket is closed by `ws`.
      socket.on('error', () => undefined)
      accept({
        send: (text) => sendTo(socket, text),
        close: (code, reason) => socket.close(code, reason),
        on: socket.on.bind(socket),
      })
    })
  })

  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) socket.terminate()
      alive.delete(socket)
      socket.ping()
    }
  }, heartbeatEvery)
  heartbeat.unref()

  return {
    /** Asks every reader to go and to come back later; who does not go is let go. */
    async close(within: number) {
      clearInterval(heartbeat)
      const gone = [...server.clients].map((socket) => once(socket, 'close'))
      for (const socket of server.clients) socket.close(goingAway, 'the server stops')
      const terminate = () => {
        for (const socket of server.clients) socket.terminate()
      }
      const timer = setTimeout(terminate, within)
      await Promise.all(gone)
      clearTimeout(timer)
    },
  }
}

/** A reader that does not keep up is let go: it comes back and resumes from its cursor. */
function sendTo(socket: WebSocket, text: string): void {
  if (socket.readyState !== WebSocket.OPEN) return
  if (socket.bufferedAmount > mostUnsent) return socket.terminate()
  socket.send(text)
}
