/** The line over a WebSocket: hello with the cursor, then frames both ways. */
import type { ClientFrame } from '@lingxi/contract/web-channel'
import type { OwnSaying } from './conversation-state.ts'
import type { Ending, LineOptions, RunLine } from './line.ts'
import { pageAddress } from './page-address.ts'
import { readFrame } from './wire.ts'

const longestGreeting = 10_000
/** A saying unanswered for so long means that the line is dead, whatever the browser thinks. */
const longestAcceptance = 10_000
const passing = new Set(['stopping', 'database-unavailable'])

export function createSocketLine(url: string, options: LineOptions): RunLine {
  return (opened, signal) =>
    new Promise<Ending>((resolve) => {
      const socket = new WebSocket(url)
      let ending: Ending = 'unreachable'
      let deadline = setTimeout(end, longestGreeting)

      const send = (frame: ClientFrame) => socket.readyState === 1 && socket.send(JSON.stringify(frame))
      const say = ({ id, text }: OwnSaying) => {
        send({ type: 'say', id, text, page: pageAddress() })
        clearTimeout(deadline)
        deadline = setTimeout(end, longestAcceptance)
      }

      function end() {
        clearTimeout(deadline)
        signal.removeEventListener('abort', end)
        socket.onmessage = socket.onclose = null
        socket.close()
        resolve(ending)
      }

      function welcome() {
        clearTimeout(deadline)
        ending = 'dropped'
        opened({ say, typing: () => send({ type: 'typing' }) })
        for (const saying of options.unsent()) say(saying)
      }

      signal.addEventListener('abort', end)
      socket.onopen = () => {
        const after = options.after()
        send({ type: 'hello', token: options.token() ?? '', ...(after ? { after } : {}) })
      }
      socket.onclose = end
      socket.onmessage = ({ data }) => {
        const frame = readFrame(String(data))
        if (!frame) return
        if (frame.type === 'problem' && frame.code === 'not-signed-in') {
          ending = 'refused'
          return end()
        }
        // The server or its database goes away for a while; what was said goes out again on the next line.
        if (frame.type === 'problem' && passing.has(frame.code)) return end()
        options.report({ type: 'frame', frame })
        if (frame.type === 'welcome') welcome()
        if (frame.type !== 'typing' && options.unsent().length === 0) clearTimeout(deadline)
      }
    })
}
