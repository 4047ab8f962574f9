/** The socket to the desk: says hello with a fresh token each time, and comes back by itself, later and later. */
import { type DeskClientFrame, DeskServerFrame } from '@lingxi/contract/live'

export type LineState = 'connecting' | 'live' | 'reconnecting'
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'>

type Parts = {
  open: () => Socket
  token: () => Promise<string>
  random: () => number
  heard: (frame: DeskServerFrame) => void
  became: (state: LineState) => void
}

const shortest = 500
const longest = 20_000

/** Full jitter: a thousand consoles that lost one server do not come back in one instant. */
export const pauseBefore = (attempt: number, random: number): number =>
  shortest / 2 + random * Math.min(longest, shortest * 2 ** attempt)

export function createLine({ open, token, random, heard, became }: Parts) {
  let socket: Socket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let wanted = false

  function later() {
    if (!wanted) return
    became('reconnecting')
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), pauseBefore(attempt, random()))
    attempt += 1
  }

  function hear(from: Socket, text: unknown) {
    if (from !== socket || typeof text !== 'string') return
    const frame = DeskServerFrame.safeParse(JSON.parse(text))
    if (!frame.success) return
    if (frame.data.type === 'ready') {
      attempt = 0
      became('live')
    }
    heard(frame.data)
  }

  function drop() {
    const old = socket
    socket = undefined
    if (!old) return
    old.onclose = null
    old.close()
  }

  async function connect() {
    drop()
    const accessToken = await token().catch(() => undefined)
    if (!wanted) return
    if (!accessToken) return later()
    drop()
    const next = open()
    socket = next
    next.onopen = () => next.send(JSON.stringify({ type: 'hello', accessToken } satisfies DeskClientFrame))
    next.onmessage = (event) => hear(next, event.data)
    next.onerror = () => undefined
    next.onclose = () => {
      if (socket !== next) return
      socket = undefined
      later()
    }
  }

  return {
    start: () => {
      wanted = true
      attempt = 0
      became('connecting')
      void connect()
    },
    stop: () => {
      wanted = false
      clearTimeout(timer)
      drop()
    },
    /** At once instead of after the pause: the network is back, or the token was renewed. */
    again: () => {
      if (!wanted) return
      clearTimeout(timer)
      attempt = 0
      void connect()
    },
    lost: () => {
      drop()
      later()
    },
    send: (frame: DeskClientFrame) => {
      if (socket) socket.send(JSON.stringify(frame))
    },
  }
}
