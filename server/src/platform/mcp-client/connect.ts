/** A connection to a server of the protocol, from the handshake to its end. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { ListToolsResultSchema, type Tool, ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { createTransport, type GuardedFetch, McpFault, type ServerPlace } from './transports.ts'

export type Clock = { reading(): number; after(milliseconds: number, act: () => void): () => void }
export type Parts = { place: ServerPlace; fetch: GuardedFetch; clock: Clock; version: string }
type Asked = { within: number; onEnd: () => void }

/** Milliseconds for which a list is believed by what only looks: over HTTP nobody tells that it has changed. */
const longestListed = 30_000
const mostPages = 20
const mostTools = 1_000

/** The library's own limit is never the shorter one. */
export const asking = (signal: AbortSignal) => ({ signal, timeout: 2 ** 31 - 1 })

/** Throws where the handshake fails, or takes longer than `within` milliseconds. `onEnd` is called once it is over. */
export async function connect({ place, fetch, clock, version }: Parts, { within, onEnd }: Asked) {
  /** Why it broke, where the library only says that it is closed. */
  let fault: unknown
  let tools: Tool[] = []
  let listedAt = Number.NEGATIVE_INFINITY
  // It offers nothing that a server could ask for.
  const client = new Client({ name: 'lingxi', title: 'Lingxi', version }, { capabilities: {} })
  const close = () => client.close().catch(() => undefined)
  function onFault(error: unknown): void {
    fault ??= error
    void close()
  }
  client.onclose = onEnd
  client.onerror = (error) => {
    if (error.message.startsWith('ReadBuffer exceeded')) fault ??= error
  }
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    listedAt = Number.NEGATIVE_INFINITY
  })
  // Not every message of the handshake has an answer that the library waits for.
  const callOff = clock.after(within, () => onFault(new McpFault('takes-too-long')))
  try {
    await client.connect(createTransport(place, fetch, onFault), { timeout: within })
  } catch (error) {
    void close()
    throw fault ?? error
  } finally {
    callOff()
  }

  return {
    client,
    fault: () => fault,
    close,
    /** What it offers: now, where it is asked for anew. */
    async tools(ending: AbortSignal, { anew }: { anew: boolean }): Promise<Tool[]> {
      if (!anew && clock.reading() - listedAt < longestListed) return tools
      const found: Tool[] = []
      let cursor: string | undefined
      for (let page = 0; page < mostPages; page++) {
        const params = cursor === undefined ? {} : { cursor }
        const answer = await client.request({ method: 'tools/list', params }, ListToolsResultSchema, asking(ending))
        found.push(...answer.tools)
        if (found.length > mostTools) throw new McpFault('too-many-tools')
        cursor = answer.nextCursor
        if (cursor === undefined) break
      }
      tools = found
      listedAt = clock.reading()
      return tools
    },
  }
}
export type Connected = Awaited<ReturnType<typeof connect>>
