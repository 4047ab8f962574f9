import type { ActionOutcome } from '@lingxi/contract/action'
import type { Json } from '@lingxi/contract/json'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useNameable } from '../forms/nameable.ts'
import { said } from '../said.ts'
import { exampleOf } from '@lingxi/contract/example-of'
import type { Unanswered } from './use-simulation.ts'

type AnswerByHandProps = { asked: Unanswered; isBusy: boolean; onAnswer: (outcome: ActionOutcome, by: string) => void }
const kinds = ['done', 'refused', 'failed'] as const

/** No action is performed here: the person who tries says what came of it. */
export function AnswerByHand({ asked, isBusy, onAnswer }: AnswerByHandProps) {
  const { t, i18n } = useTranslation()
  const action = useNameable().actions.find(({ name }) => name === asked.action)
  const [kind, setKind] = useState<ActionOutcome['kind']>('done')
  const [output, setOutput] = useState(() => JSON.stringify(exampleOf(action?.output) ?? {}, null, 2))
  const [reason, setReason] = useState('')
  const read = readJson(output)
  const title = said(action?.title, i18n.language) || asked.action
  const answer = () => {
    const by = t(`flowSimulator.came.${kind}`, { action: title })
    if (kind === 'failed') return onAnswer({ kind, reason: reason || 'failed' }, by)
    const told = read.value ?? null
    onAnswer(kind === 'done' ? { kind, output: told } : { kind, reason: reason || 'refused', output: told }, by)
  }
  return (
    <form
      aria-label={t('flowSimulator.answer', { action: title })}
      className="flex flex-col gap-3 rounded-xl border border-note-line bg-note p-3"
      onSubmit={(event) => {
        event.preventDefault()
        answer()
      }}
    >
      <div>
        <p className="font-medium text-note-ink">{t('flowSimulator.answer', { action: title })}</p>
        <pre className="mt-1 max-h-28 overflow-auto text-xs whitespace-pre-wrap text-ink-soft">
          {JSON.stringify(asked.input, null, 1)}
        </pre>
      </div>
      <Segments
        label={t('flowSimulator.outcome')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`flowSimulator.outcomes.${value}`) }))}
        onChange={setKind}
      />
      {kind !== 'failed' && (
        <Field label={t('flowSimulator.output')} error={read.isFaulty ? t('flowSimulator.noJson') : undefined}>
          {(names) => (
            <TextArea
              {...names}
              rows={3}
              spellCheck={false}
              className="field-sizing-content max-h-60 font-mono text-xs"
              value={output}
              onChange={({ target }) => setOutput(target.value)}
            />
          )}
        </Field>
      )}
      {kind !== 'done' && (
        <Field label={t('flowForms.reason')}>
          {(names) => (
            <TextInput {...names} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      )}
      <Button
        type="submit"
        look="primary"
        size="small"
        className="w-fit"
        disabled={isBusy || (kind !== 'failed' && read.isFaulty)}
      >
        {t('flowSimulator.goOn')}
      </Button>
    </form>
  )
}

function readJson(text: string): { value?: Json; isFaulty: boolean } {
  if (text.trim() === '') return { value: null, isFaulty: false }
  try {
    return { value: JSON.parse(text) as Json, isFaulty: false }
  } catch {
    return { isFaulty: true }
  }
}
