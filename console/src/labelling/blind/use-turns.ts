import type { Label, LabelTask } from '@lingxi/contract/labelling'
import { useState } from 'react'
import { useLabelMessage } from '../../api/labelling-queries.ts'
import { useToast } from '../../ui/toast.tsx'

export type Said = { task: LabelTask; label: Label; mayChange: boolean }

/** Which task is next, what was said last, and how to go back to it as long as nobody else has labelled it. */
export function useTurns(tasks: LabelTask[] = []) {
  const { warn } = useToast()
  const { mutate, isPending } = useLabelMessage()
  const [last, setLast] = useState<Said>()
  const [again, setAgain] = useState<LabelTask>()
  const [skipped, setSkipped] = useState<string[]>([])
  // What was just labelled may still be in the list until that came anew.
  const waiting = tasks.filter(({ messageId }) => messageId !== last?.task.messageId)
  const next = waiting.find(({ messageId }) => !skipped.includes(messageId)) ?? waiting[0]
  const task = again ?? next
  const say = (label: Label) => {
    if (!task) return
    mutate(
      { id: task.messageId, label },
      {
        onError: warn,
        onSuccess: ({ state }) => {
          setLast({ task, label, mayChange: state === 'in-labelling' })
          setAgain(undefined)
        },
      },
    )
  }
  return {
    task,
    last: again ? undefined : last,
    isAgain: again !== undefined,
    isPending,
    say,
    goBack: () => setAgain(last?.task),
    skip: () => {
      if (again) return setAgain(undefined)
      // Round and round: when all were skipped, the first of them comes again.
      const rest = new Set([...skipped, next?.messageId ?? ''])
      setSkipped(waiting.every(({ messageId }) => rest.has(messageId)) ? [] : [...rest])
    },
  }
}
