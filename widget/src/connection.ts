/**
 * Keeps one line to the server open for as long as the page lives: a socket, or plain HTTP where sockets cannot be had.
 * What follows a drop is asked for by cursor and unsent sayings go out again, so there is neither gap nor repeat.
 */
import { backOff } from './back-off.ts'
import type { OwnSaying } from './conversation-state.ts'
import type { Ending, Line, LineOptions, RunLine } from './line.ts'

/** After so many sockets in a row that never opened, plain HTTP is used for a while. */
const failuresBeforeHttp = 2
const timeOnHttp = 60_000
/** A line that lasted so long was a good one: the next is tried soon. */
const longEnough = 5_000

export type ConnectionOptions = Pick<LineOptions, 'report'> & {
  runSocket: RunLine
  runHttp: RunLine
  /** Gets a session where there is none, or another where the one there was is refused. Throws when it cannot. */
  openSession: (isRefused: boolean) => Promise<void>
}

export function createConnection({ report, runSocket, runHttp, openSession }: ConnectionOptions) {
  let line: Line | undefined
  let isRunning = false
  let attempt = 0
  let failedSockets = 0
  let isRefused = false
  let wake = () => {}
  let cut = new AbortController()

  const opened = (next: Line) => {
    line = next
    isRefused = false
    report({ type: 'link-changed', link: 'open' })
  }

  /** One line, from its first try to its end. */
  async function runLine(): Promise<{ ending: Ending; useHttp: boolean }> {
    const useHttp = failedSockets >= failuresBeforeHttp
    const life = new AbortController()
    const begun = Date.now()
    cut = life
    const timer = useHttp ? setTimeout(() => life.abort(), timeOnHttp) : undefined
    const ending = await (useHttp ? runHttp : runSocket)(opened, life.signal)
    clearTimeout(timer)
    line = undefined
    if (ending === 'dropped' && Date.now() - begun > longEnough) attempt = 0
    // After its time on HTTP, one socket is tried; if it fails as well, HTTP goes on at once.
    if (useHttp) failedSockets = failuresBeforeHttp - 1
    else failedSockets = ending === 'unreachable' ? failedSockets + 1 : 0
    return { ending, useHttp }
  }

  /** Says whether to try again without a pause. */
  async function runOnce(): Promise<boolean> {
    await openSession(isRefused)
    const { ending, useHttp } = await runLine()
    const wasRefused = isRefused
    isRefused = ending === 'refused'
    // A second refusal in a row waits, lest a confused server is asked without pause.
    if (isRefused) return !wasRefused
    if (ending === 'unreachable' && useHttp) throw new Error('Neither a socket nor HTTP gets through.')
    const isTimeForSocket = useHttp && cut.signal.aborted
    if (ending === 'dropped' && !isTimeForSocket) report({ type: 'link-changed', link: 'connecting' })
    return isTimeForSocket || failedSockets === failuresBeforeHttp
  }

  async function run() {
    for (;;) {
      const again = await runOnce().catch(() => {
        // The network or the server is away. The first time may be a hiccup; then the customer is told.
        if (attempt > 0) report({ type: 'link-changed', link: 'offline' })
        return false
      })
      if (again) continue
      await pause(backOff(attempt))
      attempt += 1
    }
  }

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  return {
    start() {
      if (isRunning) return
      isRunning = true
      report({ type: 'link-changed', link: 'connecting' })
      void run()
    },
    /** The network or the page came back: try now instead of later. */
    wake: () => wake(),
    /** The line may be dead without knowing it, as after a sleep: begin another. */
    renew() {
      if (line) cut.abort()
      wake()
    },
    say: (saying: OwnSaying) => line?.say(saying),
    typing: () => line?.typing(),
  }
}
