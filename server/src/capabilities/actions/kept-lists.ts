/** What each company's tools are, read once and kept until it is forgotten. */
import type { Provided, Provider } from './provider.ts'

type Read = (tenantId: string) => Promise<ReadonlyMap<string, Provided>>

export function createKeptLists(read: Read) {
  const lists = new Map<string, ReturnType<Read>>()
  const provider: Provider = {
    list(tenantId) {
      const there = lists.get(tenantId)
      if (there) return there
      const reading = read(tenantId)
      lists.set(tenantId, reading)
      // What could not be read is read again the next time.
      reading.catch(() => lists.get(tenantId) === reading && lists.delete(tenantId))
      return reading
    },
  }
  return { provider, forget: (tenantId: string): void => void lists.delete(tenantId) }
}
