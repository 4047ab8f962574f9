/** A test as it is being written: its text, whether it can be read, and how it is kept. */
import type { KeptCase } from '@lingxi/contract/dialogue-case-runs'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLookAtTest, useReadTest, useReadTestNow, useSaveTest } from '../../api/flow-test-queries.ts'
import { isProblem } from '../../api/session.ts'
import { useSettled } from './use-settled.ts'

/** Milliseconds of quiet after which what was written is looked at. */
const quiet = 300

type Base = { id: string | null; version: number | null; text: string }

export function useTestEditor(kept: Pick<KeptCase, 'id' | 'version'> | null, start: string) {
  const [base, setBase] = useState<Base>({
    id: kept?.id ?? null,
    version: kept?.version ?? null,
    // What is new has never been kept as it is.
    text: kept ? start : '',
  })
  const [text, setText] = useState(start)
  const settled = useSettled(text, quiet)
  const { data: read } = useReadTest(settled)
  const readNow = useReadTestNow()
  const look = useLookAtTest()
  const save = useSaveTest()
  /** Null: it cannot be read, which stands beside it. */
  const saving = useMutation({
    mutationFn: async (version: number | null): Promise<KeptCase | null> => {
      const { content } = await readNow(text)
      if (!content) return null
      const saved = await save.mutateAsync({ id: base.id, version, content })
      setBase({ id: saved.id, version: saved.version, text })
      return saved
    },
  })
  const taking = useMutation({
    mutationFn: async () => {
      const theirs = await look(base.id ?? '')
      setBase(theirs)
      setText(theirs.text)
      saving.reset()
    },
  })
  return {
    text,
    setText,
    read,
    /** Whether what was found is of what stands there now. */
    isRead: settled === text,
    id: base.id,
    /** Whether it is not kept as it stands there; what is new never is. */
    isChanged: base.text !== text,
    /** Whether somebody wrote something that is not kept. */
    isTouched: text !== (base.id === null ? start : base.text),
    saving,
    /** The newest one, where somebody else saved meanwhile. */
    isBehind: isProblem(saving.error, 'changed-meanwhile'),
    save: () => saving.mutateAsync(base.version).catch(() => null),
    async overwrite() {
      const { version } = await look(base.id ?? '')
      return saving.mutateAsync(version).catch(() => null)
    },
    take: () => taking.mutate(),
  }
}
export type TestEditor = ReturnType<typeof useTestEditor>
