import type { Flow } from '@lingxi/contract/flow'
import { useTranslation } from 'react-i18next'
import { useStepWords } from '../editor/use-step-words.ts'
import { NameSelect } from './name-select.tsx'

type TargetFieldProps = {
  label: string
  flow: Flow
  /** The step that is left. */
  from: string
  value: string | undefined
  /** What happens where nothing is named: the step below, or something else that is said. */
  unnamed?: string
  onChange: (value: string | undefined) => void
}

const nothing = ''

/** Where a way leads: the step below, another one, or the end. */
export function TargetField({ label, flow, from, value, unnamed, onChange }: TargetFieldProps) {
  const { t } = useTranslation()
  const wordsOf = useStepWords()
  const place = flow.steps.findIndex((step) => step.id === from)
  const below = flow.steps[place + 1]
  const shown = (id: string, words: string) => `${id} · ${words.split('\n')[0]!.slice(0, 40)}`
  const onward = below ? t('flowForms.below', { step: shown(below.id, wordsOf(below)) }) : t('flowForms.belowEnd')
  const others = flow.steps.filter((step) => step.id !== from)
  return (
    <NameSelect
      label={label}
      value={value ?? nothing}
      names={[
        { value: nothing, label: unnamed ?? onward },
        { value: 'end', label: t('flowForms.end') },
        ...others.map((step) => ({ value: step.id, label: shown(step.id, wordsOf(step)) })),
      ]}
      onChange={(next) => onChange(next === nothing ? undefined : next)}
    />
  )
}
