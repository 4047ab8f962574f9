/** The servers that this process uses: a client and a circuit each, as long as what is said of the server stays as it is. */
import type { Clock } from '#platform/clock'
import { createMcpClient, type GuardedFetch, type McpClient, type ServerPlace } from '#platform/mcp-client'
import { type CarefulCalls, createCarefulCalls, type Pauses } from '../careful-calls.ts'

export type InUse = {
  version: number
  client: McpClient | undefined
  /** Why, where there is no client. */
  unusable: string
  calls: CarefulCalls
  lately: { at: string; reason: string | null } | null
}
type Parts = { fetch: GuardedFetch; clock: Clock; pauses: Pauses; version: string }

export function createServersInUse({ fetch, clock, pauses, version: ours }: Parts) {
  const inUse = new Map<string, InUse>()

  function end(key: string): void {
    inUse.get(key)?.client?.leave()
    inUse.delete(key)
  }
  const begin = (place: ServerPlace) => createMcpClient({ place, fetch, clock, version: ours })

  return {
    of(key: string, version: number, find: () => { place: ServerPlace } | { reason: string }): InUse {
      const there = inUse.get(key)
      if (there?.version === version) return there
      end(key)
      const at = find()
      const made: InUse = {
        version,
        client: 'place' in at ? begin(at.place) : undefined,
        unusable: 'reason' in at ? at.reason : '',
        calls: createCarefulCalls(pauses),
        lately: null,
      }
      inUse.set(key, made)
      return made
    },

    /** Beside those in use, so that nothing that is under way is disturbed; it ends with the work. */
    async anew<Result>(place: ServerPlace, work: (client: McpClient) => Promise<Result>): Promise<Result> {
      const client = begin(place)
      try {
        return await work(client)
      } finally {
        client.leave()
      }
    },

    end,
    /** Ends those whose key begins so and that are not, by key, of these versions. */
    endAllBut(prefix: string, versions: ReadonlyMap<string, number>): void {
      for (const [key, { version }] of inUse) if (key.startsWith(prefix) && versions.get(key) !== version) end(key)
    },
    /** Ends every connection and every program. */
    async close(): Promise<void> {
      const all = [...inUse.values()]
      inUse.clear()
      await Promise.all(all.map(({ client }) => client?.close()))
    },
  }
}
export type ServersInUse = ReturnType<typeof createServersInUse>
