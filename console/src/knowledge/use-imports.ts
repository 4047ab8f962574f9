import type { ImportReport } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { useState } from 'react'
import { useImportFile } from '../api/knowledge-queries.ts'

export type FileImport = { id: string; name: string } & (
  | { state: 'waiting' | 'working' | 'unsupported' }
  | { state: 'done'; report: ImportReport }
  | { state: 'failed'; error: unknown }
)
type Choice = { language?: Language; status: 'draft' | 'published' }
const importable = /\.(md|markdown|csv)$/i

/** Files are imported one after the other; one that fails does not stop the next. The newest batch stands first. */
export function useImports() {
  const [imports, setImports] = useState<FileImport[]>([])
  const { mutateAsync } = useImportFile()
  const put = (next: FileImport) => setImports((before) => before.map((each) => (each.id === next.id ? next : each)))

  async function importOne(file: File, { id, name }: FileImport, choice: Choice) {
    put({ id, name, state: 'working' })
    try {
      put({ id, name, state: 'done', report: await mutateAsync({ file, ...choice }) })
    } catch (error) {
      put({ id, name, state: 'failed', error })
    }
  }

  async function importFiles(files: File[], choice: Choice) {
    const batch = files.map((file, index) => {
      const state = importable.test(file.name) ? 'waiting' : 'unsupported'
      return { file, entry: { id: `${Date.now()}.${index}`, name: file.name, state } satisfies FileImport }
    })
    setImports((before) => [...batch.map(({ entry }) => entry), ...before])
    for (const { file, entry } of batch) if (entry.state === 'waiting') await importOne(file, entry, choice)
  }

  return { imports, importFiles }
}
