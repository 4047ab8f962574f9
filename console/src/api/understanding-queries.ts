import { api } from '@lingxi/contract/api'
import type { UnderstandBody } from '@lingxi/contract/understanding'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { teaching } from './teaching-queries.ts'

/** What a message means now; nothing of it is kept. */
export function useUnderstand() {
  const { call } = useApi()
  return useMutation({
    mutationFn: async (body: UnderstandBody) => ({ text: body.text, meaning: await call(api.understand, { body }) }),
  })
}

/** The number people know a version by; undefined for none, and for one that is gone. */
export function useVersionNumber(id: string | null | undefined): number | undefined {
  const { call } = useApi()
  const { data } = useQuery({
    queryKey: [...teaching, 'version-numbers'],
    queryFn: async ({ signal }) => {
      const { versions } = await call(api.listLearntVersions, {}, signal)
      return new Map(versions.map((version) => [version.id, version.number]))
    },
    enabled: Boolean(id),
  })
  return data?.get(id ?? '')
}
