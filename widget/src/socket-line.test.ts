import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Change, OwnSaying } from './conversation-state.ts'
import type { Line } from './line.ts'
import { createSocketLine } from './socket-line.ts'
import type { WebApi } from './web-api.ts'

class ScriptedSocket {
  static last: ScriptedSocket
  readyState = 1
  sent: Record<string, unknown>[] = []
  onopen = () => {}
  onclose: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  constructor() {
    ScriptedSocket.last = this
  }
  send = (text: string) => void this.sent.push(JSON.parse(text))
  close = () => {
    this.readyState = 3
  }
  receive = (frame: object | string) =>
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) })
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', ScriptedSocket)
  vi.stubGlobal('location', { href: 'https://shop.example/cups#3' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const saying: OwnSaying = { id: 'saying-1', text: '你好', at: '', fate: 'sending' }

function open(unsent: OwnSaying[] = []) {
  const reports: Change[] = []
  let line: Line | undefined
  const run = createSocketLine('wss://help.example', {
    api: {} as WebApi,
    token: () => 'token',
    after: () => 'cnv_01:7',
    unsent: () => unsent,
    report: (change) => {
      reports.push(change)
      if (change.type === 'frame' && change.frame.type === 'accepted') unsent.length = 0
    },
  })
  const ended = run((opened) => (line = opened), new AbortController().signal)
  ScriptedSocket.last.onopen()
  return { reports, ended, socket: ScriptedSocket.last, line: () => line }
}

it('greets with the token and the cursor, and is open once it is welcome', () => {
  const { socket, line } = open()
  expect(socket.sent).toEqual([{ type: 'hello', token: 'token', after: 'cnv_01:7' }])
  expect(line()).toBeUndefined()
  socket.receive({ type: 'welcome', caughtUp: true })
  expect(line()).toBeDefined()
})

it('says again, with the same id, what was not accepted before', () => {
  const { socket } = open([saying])
  socket.receive({ type: 'welcome', caughtUp: true })
  expect(socket.sent[1]).toEqual({ type: 'say', id: 'saying-1', text: '你好', page: 'https://shop.example/cups' })
})

it('takes a line for dead on which nothing is accepted', async () => {
  const { socket, ended } = open([saying])
  socket.receive({ type: 'welcome', caughtUp: true })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await ended).toBe('dropped')
  const alive = open([saying])
  alive.socket.receive({ type: 'welcome', caughtUp: true })
  alive.socket.receive({ type: 'accepted', id: 'saying-1' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(alive.socket.readyState).toBe(1)
})

it('ends as refused where the token does not hold, and as unreachable where no welcome comes', async () => {
  const refused = open()
  refused.socket.receive({ type: 'problem', code: 'not-signed-in', detail: '' })
  expect(await refused.ended).toBe('refused')
  const silent = open()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await silent.ended).toBe('unreachable')
})

it('leaves out what it does not know', () => {
  const { socket, reports } = open()
  for (const frame of [
    'not JSON',
    'null',
    '7',
    { type: 'fireworks' },
    { type: 'entry', entry: { type: 'gift' } },
    { type: 'entry' },
  ])
    socket.receive(frame)
  expect(reports).toEqual([])
})
