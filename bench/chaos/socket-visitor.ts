/** A visitor on a socket, as the widget does it: hello with the cursor, and what was not accepted is said again. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerFrame } from '@lingxi/contract/web-channel'
import { WebSocket } from 'ws'
import type { Saying } from './talker.ts'
import { backOff, lastCursor, openSession, seeEntry, type Visit, type Visiting } from './visit.ts'

/** A saying without a sign for so long means that the line is dead, whatever the system thinks. */
const longestSilence = 5_000

export function startSocketVisitor(visit: Visit): Visiting {
  const { url, talker, chance } = visit
  let token: string | undefined
  let say: (saying: Saying) => void = () => undefined
  let hasLeft = false
  let cut = () => {}

  void keepLine()
  void talker.talk((saying) => say(saying))
  return {
    leave() {
      hasLeft = true
      cut()
    },
  }

  async function keepLine(): Promise<void> {
    while (!hasLeft) {
      token ??= await openSession(url).catch(() => undefined)
      if (token) await runLine(token)
      say = () => undefined
      await pause(backOff(chance))
    }
  }

  /** One line, from its first try to its end. */
  function runLine(known: string): Promise<void> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/web/socket`, { perMessageDeflate: false })
      let silence: NodeJS.Timeout | undefined
      const send = (frame: object) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(frame))
      const expectSign = () => {
        clearTimeout(silence)
        silence = setTimeout(() => socket.terminate(), longestSilence)
      }
      cut = () => socket.terminate()
      socket.on('error', () => undefined)
      socket.on('close', () => {
        clearTimeout(silence)
        resolve()
      })
      socket.on('open', () => {
        const after = lastCursor(visit)
        send({ type: 'hello', token: known, ...(after && { after }) })
        expectSign()
      })
      socket.on('message', (bytes: Buffer) => {
        const frame = JSON.parse(bytes.toString()) as ServerFrame
        if (frame.type === 'entry') seeEntry(visit, frame.entry)
        if (frame.type === 'accepted') talker.accept(frame.id)
        // The database may be away for a moment: then the line is begun again, which says everything again in order.
        if (frame.type === 'problem') socket.terminate()
        if (frame.type === 'welcome') {
          say = (saying) => {
            send({ type: 'say', ...saying })
            expectSign()
          }
          for (const saying of talker.unaccepted()) say(saying)
        }
        if (talker.unaccepted().length === 0) clearTimeout(silence)
      })
    })
  }
}
