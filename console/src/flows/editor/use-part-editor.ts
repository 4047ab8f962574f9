/** A part of the draft while it is edited: undo, what is not saved yet, and what others saved meanwhile. */
import type { FlowPart, FlowPartContent } from '@lingxi/contract/flow-versions'
import { useCallback, useState } from 'react'
import { useReadFlowPart, useSaveFlowPart } from '../../api/flow-queries.ts'
import { isProblem } from '../../api/session.ts'
import { change, historyOf, redo, undo } from '../edits/history.ts'

export type Content = FlowPartContent['content']
const same = (one: Content, other: Content) => JSON.stringify(one) === JSON.stringify(other)

export function usePartEditor<T extends Content>(part: FlowPart & { content: T }) {
  const { kind, name } = part
  const [history, setHistory] = useState(() => historyOf<T>(part.content))
  const [saved, setSaved] = useState<{ content: T; version: number }>(part)
  const [theirs, setTheirs] = useState<FlowPart | null>(null)
  const saving = useSaveFlowPart()
  const read = useReadFlowPart()
  const content = history.now

  const changeTo = useCallback(
    (next: T, about: string | null = null) => setHistory((before) => change(before, next, about)),
    [],
  )

  function save(onSaved?: () => void) {
    const sent = content
    saving.mutate({ kind, name, content: sent, version: saved.version } as FlowPartContent & { version: number }, {
      onSuccess(now) {
        const kept = now.content as T
        setSaved({ content: kept, version: now.version })
        // What the server made of it (spaces at the ends are gone) is what is edited on, unless more was written meanwhile.
        setHistory((before) => (before.now === sent ? { ...before, now: kept, about: null } : before))
        onSaved?.()
      },
      onError(error) {
        if (isProblem(error, 'changed-meanwhile')) void read({ kind, name }).then(setTheirs, () => undefined)
      },
    })
  }

  return {
    content,
    change: changeTo,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    isChanged: !same(content, saved.content),
    version: saved.version,
    save,
    saving,
    theirs,
    /** Mine is written over theirs with the next save. */
    keepMine() {
      if (theirs) setSaved((before) => ({ ...before, version: theirs.version }))
      setTheirs(null)
      saving.reset()
    },
    /** Mine stays one step back. */
    takeTheirs() {
      if (theirs) {
        const now = theirs.content as T
        setSaved({ content: now, version: theirs.version })
        changeTo(now)
      }
      setTheirs(null)
      saving.reset()
    },
  }
}
export type PartEditor<T extends Content> = ReturnType<typeof usePartEditor<T>>
