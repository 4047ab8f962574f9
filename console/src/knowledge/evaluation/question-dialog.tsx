import type { EvaluationDraft } from '@lingxi/contract/evaluation'
import { languages } from '@lingxi/contract/message'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvaluationSets, useSaveQuestion } from '../../api/evaluation-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ArticlePicker } from './article-picker.tsx'
import { type QuestionForm, toDraft, toForm } from './question-form.ts'

type QuestionDialogProps = {
  /** Absent: one is chosen. */
  setId?: string
  start: Partial<EvaluationDraft>
  known?: string | undefined
  onClose: () => void
}

export function QuestionDialog({ setId, start, known, onClose }: QuestionDialogProps) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const formId = useId()
  const sets = useEvaluationSets().data?.sets ?? []
  const [chosen, setChosen] = useState('')
  const [form, setForm] = useState(() => toForm(start))
  const change = (part: Partial<QuestionForm>) => setForm((before) => ({ ...before, ...part }))
  const save = useSaveQuestion(known)
  const into = setId ?? (chosen || sets[0]?.id)
  const draft = toDraft(form)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!into || !draft) return
    save.mutate(
      { setId: into, draft },
      {
        onSuccess: () => {
          tell(t('evaluation.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      place="side"
      onClose={onClose}
      title={t(known ? 'evaluation.editQuestion' : 'evaluation.addQuestionTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={save.isPending || !draft || !into}>
            {t(save.isPending ? 'app.actions.saving' : 'app.actions.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={save.error} />
        {setId === undefined && <SetChoice sets={sets} value={into ?? ''} onChange={setChosen} />}
        <Field label={t('evaluation.question')}>
          {(names) => (
            <TextArea
              {...names}
              required
              rows={2}
              maxLength={1000}
              value={form.question}
              onChange={(event) => change({ question: event.target.value })}
            />
          )}
        </Field>
        <Segments
          label={t('evaluation.language')}
          value={form.language}
          options={languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
          onChange={(language) => change({ language })}
        />
        <Expectation form={form} isWhole={draft !== undefined} onChange={change} />
      </form>
    </Dialog>
  )
}

type ExpectationProps = { form: QuestionForm; isWhole: boolean; onChange: (part: Partial<QuestionForm>) => void }

/** To be declined, or what the answer has to cite and to say. */
function Expectation({ form, isWhole, onChange }: ExpectationProps) {
  const { t } = useTranslation()
  return (
    <>
      <Segments
        label={t('evaluation.expects')}
        value={form.decline ? 'decline' : 'answer'}
        options={(['answer', 'decline'] as const).map((value) => ({ value, label: t(`evaluation.${value}`) }))}
        onChange={(value) => onChange({ decline: value === 'decline' })}
      />
      {form.decline ? (
        <p className="text-sm text-ink-soft">{t('evaluation.declineHint')}</p>
      ) : (
        <>
          <ArticlePicker ids={form.articleIds} onChange={(articleIds) => onChange({ articleIds })} />
          <Field
            label={t('evaluation.mustContain')}
            hint={t(isWhole ? 'evaluation.mustContainHint' : 'evaluation.needsOne')}
          >
            {(names) => (
              <TextArea
                {...names}
                rows={3}
                value={form.mustContain}
                onChange={(event) => onChange({ mustContain: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}

type SetChoiceProps = { sets: { id: string; name: string }[]; value: string; onChange: (id: string) => void }

function SetChoice({ sets, value, onChange }: SetChoiceProps) {
  const { t } = useTranslation()
  if (sets.length === 0)
    return <p className="rounded-lg bg-note px-3 py-2 text-sm text-note-ink">{t('evaluation.empty')}</p>
  return (
    <Field label={t('evaluation.set')}>
      {({ id }) => (
        <Select
          id={id}
          value={value}
          options={sets.map((set) => ({ value: set.id, label: set.name }))}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
