import type { FlowStep } from '@lingxi/contract/flow'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNameable } from '../forms/nameable.ts'
import { said } from '../said.ts'
import { wordsOfStep } from '../step-words.ts'

/** What steps say of themselves, in the reader's language. */
export function useStepWords(): (step: FlowStep) => string {
  const { set, actions } = useNameable()
  const { language } = useTranslation().i18n
  return useCallback(
    (step) => {
      const actionTitle = (name: string) =>
        said(actions.find((action) => action.name === name)?.title, language) || name
      return wordsOfStep(step, { set, language, actionTitle })
    },
    [set, actions, language],
  )
}
