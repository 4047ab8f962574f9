/** Types of entities with their dictionaries and patterns. */
import { api } from '@lingxi/contract/api'
import type { CallOf } from '@lingxi/contract/route'
import type { DictionaryEntry, EntityType, Pattern } from '@lingxi/contract/teaching'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { teaching, useTeachingChange } from './teaching-queries.ts'

export const entriesOnPage = 50
const mostAtOnce = 1000
export type EntityTypeInput = CallOf<typeof api.addEntityType>['body']
export type EntryInput = CallOf<typeof api.addDictionaryEntry>['body']
export type PatternInput = CallOf<typeof api.addPattern>['body']

export function useEntityTypes() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...teaching, 'entity-types'],
    queryFn: ({ signal }) => call(api.listEntityTypes, {}, signal),
    select: ({ entityTypes }) => entityTypes,
  })
}

/** A new type, or other titles of one: the name stays. */
export function useSaveEntityType(known: EntityType | undefined) {
  const { call } = useApi()
  return useTeachingChange(({ version, ...draft }: EntityTypeInput & { version: number }) => {
    if (!known) return call(api.addEntityType, { body: draft })
    const { title, description } = draft
    return call(api.changeEntityType, { params: { id: known.id }, body: { title, description, version } })
  })
}

export function useRemoveEntityType() {
  const { call } = useApi()
  return useTeachingChange((id: string) => call(api.removeEntityType, { params: { id } }))
}

export function useDictionary(query: { type: string; q?: string | undefined; offset: number }) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...teaching, 'dictionary', query],
    queryFn: ({ signal }) => call(api.listDictionary, { query: { ...query, limit: entriesOnPage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useSaveEntry(known: DictionaryEntry | undefined) {
  const { call } = useApi()
  return useTeachingChange(({ version, ...draft }: EntryInput & { version: number }) =>
    known
      ? call(api.changeDictionaryEntry, { params: { id: known.id }, body: { ...draft, version } })
      : call(api.addDictionaryEntry, { body: draft }),
  )
}

/** Any number of entries, a thousand at a time; says how many are new and which were there already. */
export function useAddEntries() {
  const { call } = useApi()
  return useTeachingChange(async (entries: EntryInput[]) => {
    let added = 0
    const duplicates: string[] = []
    for (let at = 0; at < entries.length; at += mostAtOnce) {
      const body = { entries: entries.slice(at, at + mostAtOnce) }
      const answer = await call(api.addDictionaryEntries, { body })
      added += answer.added
      duplicates.push(...answer.duplicates)
    }
    return { added, duplicates }
  })
}

export function useRemoveEntry() {
  const { call } = useApi()
  return useTeachingChange((id: string) => call(api.removeDictionaryEntry, { params: { id } }))
}

export function usePatterns(type: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...teaching, 'patterns'],
    queryFn: ({ signal }) => call(api.listPatterns, {}, signal),
    select: ({ patterns }) => patterns.filter((pattern) => pattern.type === type),
  })
}

export function useSavePattern(known: Pattern | undefined) {
  const { call } = useApi()
  return useTeachingChange(({ version, ...draft }: PatternInput & { version: number }) =>
    known
      ? call(api.changePattern, { params: { id: known.id }, body: { ...draft, version } })
      : call(api.addPattern, { body: draft }),
  )
}

export function useRemovePattern() {
  const { call } = useApi()
  return useTeachingChange((id: string) => call(api.removePattern, { params: { id } }))
}
