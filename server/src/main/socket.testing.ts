/** A socket as a browser holds it: keeps every frame, and waits for the one that is looked for. */
import { once } from 'node:events'
import type { z } from 'zod'
import { WebSocket } from 'ws'

const longestWait = 60_000

/** Every frame that comes must be one of `schema`. */
export async function openSocket<Frame>(base: string, path: string, schema: z.ZodType<Frame>) {
  const socket = new WebSocket(base.replace('http', 'ws') + path)
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  const look = () => {
    for (const again of waiting) again()
  }
  socket.on('message', (data) => {
    frames.push(schema.parse(JSON.parse(data.toString())))
    look()
  })
  const { promise: closed, resolve: isClosed } = Promise.withResolvers<{ code: number; reason: string }>()
  socket.on('close', (code, reason) => isClosed({ code, reason: reason.toString() }))
  await once(socket, 'open')

  /** Resolves with what `find` gives, once it gives something. */
  function until<Found>(what: string, find: (frames: Frame[]) => Found | undefined): Promise<Found> {
    const { promise, resolve, reject } = Promise.withResolvers<Found>()
    const timer = setTimeout(() => {
      reject(new Error(`Waited too long for ${what}; what came: ${JSON.stringify(frames)}`))
    }, longestWait)
    const again = () => {
      const found = find(frames)
      if (found !== undefined) resolve(found)
    }
    waiting.add(again)
    again()
    return promise.finally(() => {
      clearTimeout(timer)
      waiting.delete(again)
    })
  }

  return {
    frames,
    closed,
    until,
    send: (frame: object) => socket.send(JSON.stringify(frame)),
    sendRaw: (data: string | Buffer) => socket.send(data),
    close: () => socket.close(),
    /** As when the network goes: nothing is said to the other side. */
    drop: () => socket.terminate(),
  }
}
