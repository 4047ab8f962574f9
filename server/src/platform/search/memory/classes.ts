/**
 * Who may find a document, and in which language it is: there are few such pairs, so a document carries the number of its
 * pair, and a question whether each pair is admitted; worked out once for each filter and remembered.
 */
import type { SearchDocument, SearchQuery } from '../search.ts'

export type AudienceClass = { language: string; readers: readonly string[] }
export type Filter = Pick<SearchQuery, 'language' | 'readers'>
/** What a filter says of each class, by number: 1 if it is admitted, else 0. Filters with one key say the same of a class. */
export type ClassFilter = { key: string; admitted: Uint8Array }
export type Classes = ReturnType<typeof createClasses>

const mostRemembered = 64

export function createClasses(known: readonly AudienceClass[] = []) {
  const all: AudienceClass[] = []
  const numbers = new Map<string, number>()
  const remembered = new Map<string, ClassFilter>()

  function numberOf({ language, readers }: Pick<SearchDocument, 'language' | 'readers'>): number {
    const own = [...new Set(readers)].sort()
    const key = JSON.stringify([language, own])
    const there = numbers.get(key)
    if (there !== undefined) return there
    numbers.set(key, all.length)
    remembered.clear()
    return all.push({ language, readers: own }) - 1
  }
  for (const each of known) numberOf(each)

  function admits({ language, readers }: Filter, each: AudienceClass): boolean {
    if (language !== undefined && each.language !== language) return false
    return readers === 'everyone' || each.readers.some((reader) => readers.includes(reader))
  }

  return {
    all,
    numberOf,
    filterOf(filter: Filter): ClassFilter {
      const key = JSON.stringify([filter.language, filter.readers])
      const there = remembered.get(key)
      if (there) return there
      const found = { key, admitted: Uint8Array.from(all, (each) => (admits(filter, each) ? 1 : 0)) }
      if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value!)
      remembered.set(key, found)
      return found
    },
  }
}
