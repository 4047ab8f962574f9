/** What is done to the steps of the flow that is edited: adding, copying, removing, and which one is chosen. */
import type { Flow, StepKind } from '@lingxi/contract/flow'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FlowEdge } from '../edits/flow-edges.ts'
import { addOnEdge, addStep, freeId, pasteSteps, removeSteps } from '../edits/flow-edits.ts'
import { useNameable } from '../forms/nameable.ts'
import { newStep } from '../step-kinds.ts'
import type { PartEditor } from './use-part-editor.ts'

export function useStepEdits({ content: flow, change }: PartEditor<Flow>) {
  const { t, i18n } = useTranslation()
  const { set, slots, actions } = useNameable()
  const { step: asked } = useSearch({ from: '/flows/edit/$kind/$name' })
  const [selected, select] = useState<string | null>(asked ?? null)
  const isThere = flow.steps.some(({ id }) => id === selected)
  const after = isThere ? selected : null

  const fresh = (kind: StepKind) =>
    newStep(
      kind,
      freeId(
        flow.steps.map(({ id }) => id),
        kind,
      ),
      {
        known: {
          slots: slots.map(([name]) => name),
          flows: Object.keys(set.flows),
          tables: Object.keys(set.tables),
          actions: actions.map(({ name }) => name),
        },
        texts: {
          say: t('flowEditor.newTexts.say'),
          ask: t('flowEditor.newTexts.ask'),
          yes: t('flowForms.yes'),
          no: t('flowForms.no'),
          confirm: t('flowEditor.newTexts.confirm'),
          ticket: t('flowEditor.newTexts.ticket'),
        },
        language: i18n.language === 'zh' ? 'zh' : 'en',
      },
    )
  const paste = (steps: Flow['steps']) => {
    const { flow: next, ids } = pasteSteps(flow, steps, after)
    change(next)
    select(ids[0] ?? selected)
  }

  return {
    selected: isThere ? selected : null,
    select,
    /** Below the chosen step, or onto a way. */
    add(kind: StepKind, edge?: FlowEdge) {
      const step = fresh(kind)
      change(edge ? addOnEdge(flow, step, edge) : addStep(flow, step, after))
      select(step.id)
    },
    paste,
    duplicate: () => paste(flow.steps.filter(({ id }) => id === selected)),
    remove(ids: string[] = selected === null ? [] : [selected]) {
      change(removeSteps(flow, ids))
      select(null)
    },
  }
}
export type StepEdits = ReturnType<typeof useStepEdits>
