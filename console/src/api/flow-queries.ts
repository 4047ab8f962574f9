/** The draft of the flows: its parts, what is wrong with them, and the file they go into and come from. */
import { api } from '@lingxi/contract/api'
import type { FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowPartChange, FlowPartName } from '@lingxi/contract/flow-versions'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../i18n/use-language.ts'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

/** Whatever changes the draft or its versions makes everything below it stale. */
export const flows = ['flows']

export function useFlowOverview() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'overview'],
    queryFn: ({ signal }) => call(api.getFlows, {}, signal),
    refetchOnMount: 'always',
  })
}

export function useFlowParts(kind: FlowPartKind) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'parts', kind],
    queryFn: ({ signal }) => call(api.listFlowParts, { query: { kind } }, signal),
    select: ({ parts }) => parts,
    refetchOnMount: 'always',
  })
}

/** The whole draft: what a part is checked beside. */
export function useFlowDraft() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'draft'],
    queryFn: ({ signal }) => call(api.getFlowDraft, {}, signal),
    refetchOnMount: 'always',
  })
}

export function useFlowPart({ kind, name }: FlowPartName) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'part', kind, name],
    queryFn: ({ signal }) => call(api.getFlowPart, { params: { kind, name } }, signal),
    // What is edited is what is there now, not what was looked at before.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

export function useFlowFindings() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'findings'],
    queryFn: ({ signal }) => call(api.checkFlowDraft, {}, signal),
    select: ({ findings }) => findings,
    refetchOnMount: 'always',
  })
}

export function useFlowChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  return useChange(flows, change)
}

export function useSaveFlowPart() {
  const { call } = useApi()
  return useFlowChange((body: FlowPartChange) => call(api.saveFlowPart, { body }))
}

/** As it stands on the server now: asked for when somebody else saved meanwhile. */
export function useReadFlowPart() {
  const { call } = useApi()
  return (params: FlowPartName) => call(api.getFlowPart, { params })
}

export function useCopyFlowPart() {
  const { call } = useApi()
  return useFlowChange(({ to, ...params }: FlowPartName & { to: string }) =>
    call(api.copyFlowPart, { params, body: { to } }),
  )
}

export function useRenameFlowPart() {
  const { call } = useApi()
  return useFlowChange(({ to, version, ...params }: FlowPartName & { to: string; version: number }) =>
    call(api.renameFlowPart, { params, body: { to, version } }),
  )
}

export function useRemoveFlowPart() {
  const { call } = useApi()
  return useFlowChange(({ version, ...params }: FlowPartName & { version: number }) =>
    call(api.removeFlowPart, { params, query: { version } }),
  )
}

export type FlowImport = { file: Blob; preview: boolean; mode: 'add' | 'replace'; draft?: number }

export function useImportFlows() {
  const { call } = useApi()
  const language = useLanguage()
  return useFlowChange(({ file, preview, mode, draft }: FlowImport) =>
    call(api.importFlowDraft, {
      body: file,
      query: { preview: String(preview), mode, language, ...(draft !== undefined && { draft }) },
    }),
  )
}

/** The file itself; of the draft, or of a version. */
export function useExportFlows() {
  const { call } = useApi()
  return (version?: number) =>
    version === undefined ? call(api.exportFlowDraft, {}) : call(api.exportFlowVersion, { params: { number: version } })
}
