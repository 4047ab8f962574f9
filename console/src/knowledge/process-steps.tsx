import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { emptyStep, type GuideForm, type StepForm } from './guide-form.ts'
import { changed, MoveButtons } from './move-buttons.tsx'

type ProcessForm = GuideForm & { kind: 'process' }
type ProcessStepsProps = {
  process: ProcessForm
  onChange: (part: Partial<Pick<ProcessForm, 'steps' | 'ending'>>) => void
}

export function ProcessSteps({ process: { steps, ending }, onChange }: ProcessStepsProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('guides.steps')} className="flex flex-col gap-3">
      <h2 className="font-medium">{t('guides.steps')}</h2>
      <ol className="flex flex-col gap-3">
        {steps.map((step, place) => (
          <li key={step.id} className="flex flex-col gap-3 rounded-lg border border-line p-3">
            <div className="flex items-center justify-between gap-2">
              <span className="font-medium">{t('guides.step', { number: place + 1 })}</span>
              <MoveButtons items={steps} place={place} onChange={(moved) => onChange({ steps: moved })} />
            </div>
            <StepFields step={step} onChange={(part) => onChange({ steps: changed(steps, place, part) })} />
          </li>
        ))}
      </ol>
      <Button
        className="w-fit"
        size="small"
        disabled={steps.length >= 60}
        onClick={() => onChange({ steps: [...steps, emptyStep()] })}
      >
        <Plus /> {t('guides.addStep')}
      </Button>
      <Field label={t('guides.ending')}>
        {(names) => (
          <TextArea {...names} rows={2} value={ending} onChange={({ target }) => onChange({ ending: target.value })} />
        )}
      </Field>
    </section>
  )
}

function StepFields({ step, onChange }: { step: StepForm; onChange: (part: Partial<StepForm>) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('guides.stepTitle')}>
        {(names) => (
          <TextInput
            {...names}
            maxLength={120}
            value={step.title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t('guides.stepText')}>
        {(names) => (
          <TextArea {...names} rows={3} value={step.text} onChange={({ target }) => onChange({ text: target.value })} />
        )}
      </Field>
      <Field label={t('guides.stepChoices')} hint={t('guides.stepChoicesHint')}>
        {(names) => (
          <TextArea
            {...names}
            rows={2}
            value={step.choices}
            onChange={({ target }) => onChange({ choices: target.value })}
          />
        )}
      </Field>
    </>
  )
}
