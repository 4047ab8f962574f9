/** Files of lessons going in and out, and starter packs. */
import { api } from '@lingxi/contract/api'
import type { CallOf } from '@lingxi/contract/route'
import type { LessonFormat } from '@lingxi/contract/teaching'
import { useMutation, useQuery } from '@tanstack/react-query'
import { saveFile } from '../ui/save-file.ts'
import { useApi } from './api-context.ts'
import { teaching, useTeachingChange } from './teaching-queries.ts'

const fileNames: Record<LessonFormat, string> = { rasa: 'nlu.yml', jsonl: 'lessons.jsonl', csv: 'lessons.csv' }

/** Looks at a file; nothing is changed by it. `language`: for files that do not say it themselves. */
export function usePreviewLessons() {
  const { call } = useApi()
  return useMutation({
    mutationFn: ({ file, ...query }: { file: File; format: LessonFormat; language?: 'zh' | 'en' }) =>
      call(api.previewLessons, { query: { ...query, name: file.name }, body: file }),
  })
}

export function useCommitLessons() {
  const { call } = useApi()
  return useTeachingChange((id: string) => call(api.commitLessons, { params: { id } }))
}

export function useDiscardLessons() {
  const { call } = useApi()
  return useMutation({ mutationFn: (id: string) => call(api.discardLessons, { params: { id } }) })
}

export function useExportLessons() {
  const { call } = useApi()
  return useMutation({
    mutationFn: async (format: LessonFormat) =>
      saveFile(await call(api.exportLessons, { query: { format } }), fileNames[format]),
  })
}

export function usePacks() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...teaching, 'packs'],
    queryFn: ({ signal }) => call(api.listPacks, {}, signal),
    select: ({ packs }) => packs,
  })
}

export function useTakePack() {
  const { call } = useApi()
  return useTeachingChange(({ name, ...body }: { name: string } & CallOf<typeof api.takePack>['body']) =>
    call(api.takePack, { params: { name }, body }),
  )
}
