/** A visitor who asks one question at a time over a real WebSocket, and measures how long each answer took. */
import type { Language } from '@lingxi/contract/message'
import type { ServerFrame, WebSession } from '@lingxi/contract/web-channel'
import { WebSocket } from 'ws'

export type Visitor = Awaited<ReturnType<typeof openVisitor>>
type Options = { url: string; name: string; language: Language }
type Listen = (frame: ServerFrame) => void

const longestWait = 15_000

export async function openVisitor(options: Options) {
  let line = await connect(options)
  let count = 0
  /** The conversation waits for a person: the bot answers no more. */
  let isOver = false

  /**
   * Milliseconds to the answer. That a conversation waits for a person is told after the bot's last words there, so it
   * may be learned only while the next answer is awaited: then that question is asked again, by somebody new.
   */
  async function ask(text: string): Promise<number> {
    if (isOver) {
      line.close()
      line = await connect(options)
      isOver = false
    }
    const id = `${options.name}-${++count}`.padEnd(8, '-')
    const begun = performance.now()
    line.send({ type: 'say', id, text })
    let isSaid = false
    let isAnswered = false
    await line.until((frame) => {
      if (frame.type === 'problem') throw new Error(`"${text}" was refused: ${frame.code} ${frame.detail}`)
      if (frame.type !== 'entry') return false
      const { entry } = frame
      if (entry.type === 'said' && entry.id === id) isSaid = true
      isAnswered = isSaid && entry.type === 'message' && entry.speaker.kind === 'bot'
      return isAnswered || isOver
    })
    return isAnswered ? performance.now() - begun : ask(text)
  }

  return { ask, close: () => line.close() }

  async function connect({ url, language }: Options) {
    const opened = await fetch(`${url}/api/v1/web/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language }),
    })
    const { token } = (await opened.json()) as WebSession
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/web/socket`, { perMessageDeflate: false })
    let listen: Listen = () => undefined
    let lose: (error: Error) => void = () => undefined
    socket.on('message', (bytes: Buffer) => {
      const frame = JSON.parse(bytes.toString()) as ServerFrame
      if (frame.type === 'entry' && frame.entry.type === 'waiting') isOver = true
      listen(frame)
    })
    socket.on('error', (error) => lose(error))
    socket.on('close', () => lose(new Error('the server closed the socket')))
    const send = (frame: object) => socket.send(JSON.stringify(frame))

    function until(isIt: (frame: ServerFrame) => boolean): Promise<void> {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('no answer came in time')), longestWait)
        lose = (error) => {
          clearTimeout(late)
          reject(error)
        }
        listen = (frame) => {
          try {
            if (!isIt(frame)) return
            clearTimeout(late)
            resolve()
          } catch (error) {
            lose(error as Error)
          }
        }
      })
    }

    socket.once('open', () => send({ type: 'hello', token }))
    await until(({ type }) => type === 'welcome')
    return {
      send,
      until,
      close() {
        lose = () => undefined
        socket.close()
      },
    }
  }
}
