/** What was written and not yet in the log: drafts, and messages on their way. Kept in this tab until they arrived. */
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useApi } from '../api/api-context.ts'
import { useMe } from '../api/use-session.ts'

export type Mode = 'reply' | 'note'
export type Outgoing = {
  id: number
  mode: Mode
  text: string
  /** The end of the log when it was sent: an equal message after it is this one. */
  after: number
  state: 'sending' | 'sent' | 'failed' | 'interrupted'
  /** The end of the log that holds it, once the server said so. */
  seq?: number
}

export function useDrafts(conversationId: string) {
  const me = useMe().id
  const nameOf = (mode: Mode) => `lingxi.draft.${me}.${conversationId}.${mode}`
  const [written, setWritten] = useState<Partial<Record<Mode, string>>>({})
  return {
    read: (mode: Mode): string => written[mode] ?? sessionStorage.getItem(nameOf(mode)) ?? '',
    write: (mode: Mode, text: string) => {
      setWritten((before) => ({ ...before, [mode]: text }))
      if (text) sessionStorage.setItem(nameOf(mode), text)
      else sessionStorage.removeItem(nameOf(mode))
    },
  }
}

/** After a reload nobody knows what became of a message that was on its way. */
function remembered(name: string): Outgoing[] {
  const stored = JSON.parse(sessionStorage.getItem(name) ?? '[]') as Outgoing[]
  return stored.map((each) => (each.state === 'failed' ? each : { ...each, state: 'interrupted' }))
}

export function useOutgoing(conversationId: string) {
  const { queries } = useApi()
  const name = `lingxi.outgoing.${useMe().id}.${conversationId}`
  const key = useMemo(() => ['outgoing', name], [name])
  // The cache outlives the screen: what is sent while another conversation is opened still finds its place.
  const { data: outgoing = [] } = useQuery({
    queryKey: key,
    queryFn: skipToken,
    initialData: () => remembered(name),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const change = (work: (before: Outgoing[]) => Outgoing[]) => {
    const next = work(queries.getQueryData<Outgoing[]>(key) ?? remembered(name))
    queries.setQueryData(key, next)
    if (next.length > 0) sessionStorage.setItem(name, JSON.stringify(next))
    else sessionStorage.removeItem(name)
  }
  return {
    outgoing,
    add: (each: Outgoing) => change((before) => [...before.filter(({ id }) => id !== each.id), each]),
    update: (id: number, next: Partial<Outgoing>) =>
      change((before) => before.map((each) => (each.id === id ? { ...each, ...next } : each))),
    remove: (id: number) => change((before) => before.filter((each) => each.id !== id)),
  }
}
