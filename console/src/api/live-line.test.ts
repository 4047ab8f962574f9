import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLine, type LineState, pauseBefore, type Socket } from './live-line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start() {
  const sockets: (Socket & { sent: string[] })[] = []
  const states: LineState[] = []
  let tokens = 0
  const line = createLine({
    open: () => {
      const sent: string[] = []
      const socket = {
        sent,
        send: (text: string) => void sent.push(text),
        close: () => undefined,
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
      }
      sockets.push(socket as unknown as Socket & { sent: string[] })
      return socket as unknown as Socket
    },
    token: () => Promise.resolve(`t${++tokens}`),
    random: () => 0.5,
    heard: () => undefined,
    became: (state) => void states.push(state),
  })
  return { line, sockets, states }
}
const opens = (socket: Socket | undefined) => socket?.onopen?.call(socket as WebSocket, new Event('open'))
const says = (socket: Socket | undefined, frame: object) =>
  socket?.onmessage?.call(socket as WebSocket, new MessageEvent('message', { data: JSON.stringify(frame) }))
const closes = (socket: Socket | undefined) =>
  socket?.onclose?.call(socket as WebSocket, new Event('close') as CloseEvent)

it('says hello with a fresh token each time it comes back', async () => {
  const { line, sockets, states } = start()
  line.start()
  await vi.advanceTimersByTimeAsync(0)
  opens(sockets[0])
  says(sockets[0], { type: 'ready' })
  closes(sockets[0])
  await vi.advanceTimersByTimeAsync(60_000)
  opens(sockets[1])
  says(sockets[1], { type: 'ready' })
  expect(sockets.map(({ sent }) => JSON.parse(sent[0] ?? '{}').accessToken)).toEqual(['t1', 't2'])
  expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live'])
})

it('takes no notice of what is not a frame, and stops when told', async () => {
  const { line, sockets, states } = start()
  line.start()
  await vi.advanceTimersByTimeAsync(0)
  says(sockets[0], { type: 'nonsense' })
  line.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sockets).toHaveLength(1)
  expect(states).toEqual(['connecting'])
})

it('waits longer and longer, with chance, up to a limit', () => {
  expect(pauseBefore(0, 0)).toBe(250)
  expect(pauseBefore(0, 1)).toBe(750)
  expect(pauseBefore(3, 1)).toBe(4250)
  expect(pauseBefore(30, 1)).toBe(20_250)
})
