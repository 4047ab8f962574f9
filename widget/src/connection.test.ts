import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createConnection } from './connection.ts'
import type { Change } from './conversation-state.ts'
import type { Ending, RunLine } from './line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never: RunLine = (opened, signal) => {
  opened({ say: () => {}, typing: () => {} })
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('dropped')))
}

/** Lines that end as told, one after the other; the last of all stays. */
function begin(endings: { socket: Ending[]; http?: Ending[] }, openSession = async () => {}) {
  const log: string[] = []
  const follow =
    (name: 'socket' | 'http'): RunLine =>
    (opened, signal) => {
      log.push(name)
      const ending = endings[name]?.shift()
      if (!ending) return never(opened, signal)
      if (ending === 'dropped') opened({ say: () => {}, typing: () => {} })
      return Promise.resolve(ending)
    }
  const report = (change: Change) => void (change.type === 'link-changed' && log.push(change.link))
  const connection = createConnection({
    report,
    runSocket: follow('socket'),
    runHttp: follow('http'),
    openSession: async (isRefused) => {
      if (isRefused) log.push('new session')
      await openSession()
    },
  })
  connection.start()
  return { log, connection }
}

it('opens another line after a drop', async () => {
  const { log } = begin({ socket: ['dropped'] })
  await vi.advanceTimersByTimeAsync(1000)
  expect(log).toEqual(['connecting', 'socket', 'open', 'connecting', 'socket', 'open'])
})

it('goes over to HTTP after two sockets that never opened, and tries a socket again later', async () => {
  const { log } = begin({ socket: ['unreachable', 'unreachable'] })
  await vi.advanceTimersByTimeAsync(2000)
  expect(log).toEqual(['connecting', 'socket', 'socket', 'http', 'open'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(log.slice(5)).toEqual(['socket', 'open'])
})

it('stays on HTTP without a pause where the later socket fails as well', async () => {
  const { log } = begin({ socket: ['unreachable', 'unreachable', 'unreachable'] })
  await vi.advanceTimersByTimeAsync(62_000)
  expect(log).toEqual(['connecting', 'socket', 'socket', 'http', 'open', 'socket', 'http', 'open'])
})

it('opens one new session at once where the token is refused, and then waits', async () => {
  const { log } = begin({ socket: ['refused', 'refused'] })
  await vi.advanceTimersByTimeAsync(0)
  expect(log).toEqual(['connecting', 'socket', 'new session', 'socket'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(log.slice(4)).toEqual(['new session', 'socket', 'open'])
})

it('says that it is offline, waits longer each time, and is woken', async () => {
  let isAway = true
  let asked = 0
  const { log, connection } = begin({ socket: [] }, async () => {
    asked += 1
    if (isAway) throw new TypeError('Failed to fetch')
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(log).toEqual(['connecting', 'offline', ...Array.from({ length: asked - 2 }, () => 'offline')])
  expect(asked).toBeLessThan(12)
  isAway = false
  connection.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(log.slice(-2)).toEqual(['socket', 'open'])
})
